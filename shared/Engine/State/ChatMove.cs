namespace ExitDesk.Engine.State;

/// <summary>The owner's group became another chat, as Telegram said. It holds while the settings still name the old one.</summary>
/// <param name="From">The id in the settings.</param>
/// <param name="To">The id that it has now.</param>
/// <param name="At">Wall time.</param>
public sealed record ChatMove(long From, long To, DateTimeOffset At);
