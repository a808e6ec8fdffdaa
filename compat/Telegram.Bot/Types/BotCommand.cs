using System.Diagnostics.CodeAnalysis;

namespace Telegram.Bot.Types;

/// <summary>A line of the list that Telegram offers when the user types a slash.</summary>
public class BotCommand
{
    public BotCommand()
    {
    }

    [SetsRequiredMembers]
    public BotCommand(string command, string description)
    {
        Command = command;
        Description = description;
    }

    /// <summary>1 to 32 of <c>a-z0-9_</c>, without the slash.</summary>
    public required string Command { get; set; }

    /// <summary>1 to 256 characters.</summary>
    public required string Description { get; set; }
}
