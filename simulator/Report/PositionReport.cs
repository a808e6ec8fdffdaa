namespace ExitDesk.Simulator.Report;

/// <summary>One position's day.</summary>
/// <param name="Symbol">OCC or stock symbol; those of all legs, with spaces between them.</param>
/// <param name="Quantity">Signed, as opened; of several legs, the units as the smallest leg has them.</param>
/// <param name="Entry">USD per share.</param>
/// <param name="Triggers">Each time a rule fired or the owner closed it.</param>
/// <param name="Orders">Orders of the function app.</param>
/// <param name="End">Where it stands at the end of the day.</param>
public sealed record PositionReport(
    string Symbol, decimal Quantity, decimal Entry, IReadOnlyList<TriggerReport> Triggers, IReadOnlyList<OrderReport> Orders, EndReport End);
