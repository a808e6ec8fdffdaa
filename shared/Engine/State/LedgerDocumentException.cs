namespace ExitDesk.Engine.State;

/// <summary>A row of the ledger cannot be read: written by another version, or by hand. Nothing is guessed from it.</summary>
public sealed class LedgerDocumentException(string message, Exception? inner = null) : Exception(message, inner);
