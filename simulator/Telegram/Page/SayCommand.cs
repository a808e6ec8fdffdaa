namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>The page's user writes.</summary>
/// <param name="User"><c>owner</c> or <c>stranger</c>.</param>
internal sealed record SayCommand(string User, string Text);
