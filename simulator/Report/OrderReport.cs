namespace ExitDesk.Simulator.Report;

/// <summary>One order as the broker has it. Instants are market time; null: did not happen.</summary>
public sealed record OrderReport(
    string Id, DateTimeOffset Submitted, DateTimeOffset? Accepted, DateTimeOffset? Filled, decimal Quantity, decimal FilledQuantity, decimal? Price, string Status);
