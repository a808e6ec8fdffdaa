namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>
/// Ends a read from deep inside a document. Never leaves this folder: it becomes a failed read or an unknown outcome.
/// </summary>
internal sealed class FailedReadException(string message) : Exception(message);
