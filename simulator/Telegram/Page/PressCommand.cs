namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>The page's user presses a button.</summary>
/// <param name="User"><c>owner</c> or <c>stranger</c>.</param>
internal sealed record PressCommand(string User, int MessageId, string Data);
