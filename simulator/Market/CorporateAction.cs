namespace ExitDesk.Simulator.Market;

/// <summary>What a company does to its shares. It takes effect at the open of a session.</summary>
/// <param name="Underlying">Ticker symbol, upper case.</param>
/// <param name="ExDate">New York day of that session.</param>
/// <param name="Dividend">Cash in USD per share held before the split, zero or more: the price falls by it.</param>
/// <param name="SplitTo">Shares after the split for every <paramref name="SplitFrom"/> before it; both 1: no split.</param>
/// <param name="SplitFrom">Positive.</param>
public sealed record CorporateAction(string Underlying, DateOnly ExDate, decimal Dividend = 0m, int SplitTo = 1, int SplitFrom = 1)
{
    public bool IsSplit => SplitTo != SplitFrom;

    /// <summary>Shares after the split for each before it; 1 without a split.</summary>
    public decimal SplitRatio => (decimal)SplitTo / SplitFrom;
}
