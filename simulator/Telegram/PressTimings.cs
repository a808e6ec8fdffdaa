namespace ExitDesk.Simulator.Telegram;

/// <summary>How fast the bot reacts to presses, on the wall clock.</summary>
/// <param name="Acknowledged">From the press to the webhook's 2xx.</param>
/// <param name="Answered">From the press to answerCallbackQuery, which ends the spinner.</param>
public sealed record PressTimings(LatencySummary Acknowledged, LatencySummary Answered);
