namespace ExitDesk.Engine.State;

/// <summary>A Telegram update that was taken, kept for a day to know its repeats.</summary>
/// <param name="At">Wall time.</param>
public sealed record SeenUpdate(DateTimeOffset At);
