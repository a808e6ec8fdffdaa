namespace ExitDesk.Simulator.Market;

/// <summary>One regular session.</summary>
/// <param name="Date">The New York day.</param>
/// <param name="Open">First instant of the session, UTC.</param>
/// <param name="Close">End of the session, UTC, exclusive.</param>
public sealed record TradingDay(DateOnly Date, DateTimeOffset Open, DateTimeOffset Close);
