namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>The storage did not answer. The run ends here; the next one starts from the ledger as it is.</summary>
public sealed class LedgerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
