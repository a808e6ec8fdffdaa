namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>One row of the account's partition.</summary>
/// <param name="Key"><c>kind:key</c>.</param>
/// <param name="Json">The document.</param>
/// <param name="Version">Changes with each write; a write conditional on an old one is a conflict.</param>
public sealed record LedgerRow(string Key, string Json, string Version);
