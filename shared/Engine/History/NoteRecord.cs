namespace ExitDesk.Engine.History;

/// <summary>What its owner noted about a position.</summary>
/// <param name="At">The broker's clock.</param>
/// <param name="Who">Name and id of the user.</param>
/// <param name="Text">As typed.</param>
public sealed record NoteRecord(DateTimeOffset At, string Who, string Text);
