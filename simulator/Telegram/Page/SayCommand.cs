namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>The page's user writes.</summary>
/// <param name="User">Who: a name of <see cref="ChatCast"/>.</param>
/// <param name="Chat">Where: a chat's name of <see cref="ChatCast"/>.</param>
internal sealed record SayCommand(string User, string Chat, string Text);
