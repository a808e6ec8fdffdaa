namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>An answer that was typed instead of tapped.</summary>
/// <param name="Word">What is said.</param>
/// <param name="For">How long it is put off; null unless <see cref="OwnerWord.Snooze"/>.</param>
public sealed record OwnerAnswer(OwnerWord Word, TimeSpan? For = null);
