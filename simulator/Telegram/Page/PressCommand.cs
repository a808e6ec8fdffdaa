namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>The page's user presses a button.</summary>
/// <param name="User">Who: a name of <see cref="ChatCast"/>.</param>
internal sealed record PressCommand(string User, int MessageId, string Data);
