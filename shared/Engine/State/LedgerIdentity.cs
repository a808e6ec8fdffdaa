namespace ExitDesk.Engine.State;

/// <summary>Tells one ledger from any other of the same account.</summary>
/// <param name="Id">Eight hexadecimal characters, drawn once.</param>
public sealed record LedgerIdentity(string Id);
