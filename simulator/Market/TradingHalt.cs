namespace ExitDesk.Simulator.Market;

/// <summary>A stock and its options are halted.</summary>
/// <param name="Underlying">Ticker symbol.</param>
/// <param name="From">First instant without a quote, UTC.</param>
/// <param name="To">End, UTC, exclusive.</param>
public sealed record TradingHalt(string Underlying, DateTimeOffset From, DateTimeOffset To);
