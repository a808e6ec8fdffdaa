using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Outbox;

/// <summary>Words to the owner.</summary>
/// <param name="Card">What they read.</param>
/// <param name="CardKey">Names the card so that later notices of the same key replace it in place; null for a message of its own.</param>
/// <param name="IsFinal">True for the last word on that card: anything earlier that arrives late is dropped.</param>

public sealed record Notice(Card Card, string? CardKey = null, bool IsFinal = false);
