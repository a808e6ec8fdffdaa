namespace ExitDesk.Engine.State;

/// <summary>Says that a day's expirations are summed up: once, whatever restarts.</summary>
/// <param name="Day">The exchange day.</param>
/// <param name="At">The broker's clock.</param>
/// <param name="Text">In words.</param>
public sealed record ExpirySummaryNote(DateOnly Day, DateTimeOffset At, string Text);
