namespace ExitDesk.Simulator.Desk;

/// <summary>The function app did not start; the message says what it said.</summary>
public sealed class DeskStartException(string message) : Exception(message);
