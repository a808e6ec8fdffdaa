namespace ExitDesk.Simulator.Telegram;

/// <summary>What a scripted user has made up their mind about.</summary>
/// <param name="Due">Market time of the press.</param>
/// <param name="Acts">Whether to do what the card proposes, else to decline.</param>
internal sealed record PlannedPress(int MessageId, DateTimeOffset Due, bool Acts);
