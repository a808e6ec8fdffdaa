namespace ExitDesk.Engine.State;

/// <summary>Unknown orders under our name that the owner was told of: an order is told once, whatever the mode is then.</summary>
/// <param name="OrderIds">The broker's ids of those that still work.</param>
public sealed record UnknownOrderNote(IReadOnlyList<string> OrderIds);
