namespace ExitDesk.Simulator.Market;

/// <summary>An option contract that the market quotes.</summary>
/// <param name="Symbol">OCC symbol without padding, for instance <c>GOOG151224C00750000</c>.</param>
/// <param name="Underlying">Ticker symbol of the deliverable stock, upper case.</param>
/// <param name="IsCall">True: call; false: put.</param>
/// <param name="Strike">USD per share, positive.</param>
/// <param name="Expiration">New York day, as in the symbol: before February 2015 monthly contracts carry the Saturday after
/// their last session.</param>
/// <param name="Multiplier">Shares per contract, usually 100.</param>
public sealed record ListedContract(
    string Symbol, string Underlying, bool IsCall, decimal Strike, DateOnly Expiration, int Multiplier);
