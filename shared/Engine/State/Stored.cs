namespace ExitDesk.Engine.State;

/// <summary>A document with the version it was read at.</summary>
public sealed record Stored<T>(T Value, string Version);
