namespace ExitDesk.Engine.State;

/// <summary>The broker account that a ledger belongs to.</summary>
public sealed record LedgerAccount(string Number);
