namespace ExitDesk.Engine.State;

/// <summary>A tap that did not close, because the card no longer said what it would get: the card was quoted anew in its place.</summary>
/// <param name="By">The user's name.</param>
/// <param name="At">Of the tap, by the broker's clock.</param>
/// <param name="Why">What the tap ran into, in a sentence for the owner.</param>
public sealed record AskedAgain(string By, DateTimeOffset At, string Why);
