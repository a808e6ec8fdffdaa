namespace ExitDesk.Simulator.Storage;

/// <summary>Node or npm is missing or too old. The message says which and what to do.</summary>
public sealed class NodeUnavailableException(string message) : Exception(message);
