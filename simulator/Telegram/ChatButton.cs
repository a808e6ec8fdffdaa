namespace ExitDesk.Simulator.Telegram;

/// <summary>A button under a message: exactly one of <paramref name="Data"/> and <paramref name="Url"/> is set.</summary>
/// <param name="Text">What the user reads.</param>
/// <param name="Data">What the bot receives when it is pressed.</param>
/// <param name="Url">What is opened when it is pressed.</param>
public sealed record ChatButton(string Text, string? Data, string? Url);
