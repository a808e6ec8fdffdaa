using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>A day to play.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Market">Quotes.</param>
/// <param name="Day">The session.</param>
/// <param name="Openings">Positions, ascending by time.</param>
/// <param name="Plan">Exit plans as the function app reads them; null for its built-in plan.</param>
public sealed record Scenario(string Name, IMarket Market, TradingDay Day, IReadOnlyList<Opening> Openings, string? Plan);
