namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>One row of append-only history.</summary>
/// <param name="Stream">For instance <c>trades:2015-12</c>: the partition behind the account's name.</param>
/// <param name="Key">A function of the event, so that writing twice is writing once.</param>
/// <param name="Json">The document.</param>
/// <param name="Columns">Values worth a column of their own, for those who look with a storage explorer: string, decimal as
/// string, long, bool, DateTimeOffset.</param>
public sealed record HistoryRow(string Stream, string Key, string Json, IReadOnlyDictionary<string, object> Columns);
