namespace ExitDesk.Simulator.Alpaca;

/// <summary>A cash dividend that the simulated broker tells of.</summary>
/// <param name="Symbol">The stock's.</param>
/// <param name="Rate">USD per share.</param>
/// <param name="ExDate">Who buys on this day or later does not get it.</param>
/// <param name="PayableDate">When it is paid, and processed.</param>
public sealed record AnnouncedDividend(string Symbol, decimal Rate, DateOnly ExDate, DateOnly PayableDate);
