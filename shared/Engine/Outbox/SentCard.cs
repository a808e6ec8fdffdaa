namespace ExitDesk.Engine.Outbox;

/// <summary>Where a card stands in the chat.</summary>
/// <param name="MessageId">The chat's id; null if the last word went out before the first.</param>
/// <param name="IsFinal">True once its last word is there.</param>
/// <param name="At">When it was written, by the outbox entry's clock.</param>
public sealed record SentCard(int? MessageId, bool IsFinal, DateTimeOffset At);
