namespace ExitDesk.Simulator.Storage;

/// <summary><c>npm ci</c> failed. The message ends with npm's own words.</summary>
public sealed class NodePackagesException(string message) : Exception(message);
