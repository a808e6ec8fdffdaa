namespace ExitDesk.Simulator.Market;

/// <summary>A trade on the tape.</summary>
/// <param name="Price">USD per share, positive.</param>
/// <param name="Size">Shares; on recorded days the volume of the bar whose close this is.</param>
/// <param name="At">When it was published, UTC.</param>
public sealed record MarketTrade(decimal Price, int Size, DateTimeOffset At);
