namespace ExitDesk.Simulator.Storage;

/// <summary>Azurite did not start, or died. The message ends with Azurite's own output.</summary>
public sealed class AzuriteException(string message) : Exception(message);
