namespace ExitDesk.Engine.State;

/// <summary>A status message that its Refresh button edits in place. It may be pressed as often as one likes: it changes nothing.</summary>
/// <param name="Argument">What was asked for.</param>
/// <param name="At">Wall time of the question.</param>
public sealed record DeskView(string Argument, DateTimeOffset At);
