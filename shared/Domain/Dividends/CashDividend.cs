namespace ExitDesk.Domain.Dividends;

/// <summary>A cash dividend that was announced.</summary>
/// <param name="Symbol">The stock's.</param>
/// <param name="ExDate">Who buys on this day or later does not get it; who holds a call exercises the session before.</param>
/// <param name="Amount">USD per share, above 0.</param>
public sealed record CashDividend(string Symbol, DateOnly ExDate, decimal Amount);
