namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>What a user typed, taken apart.</summary>
/// <param name="Name">The command without its slash and without a bot's name, in small letters; as typed if there is no slash.</param>
/// <param name="Argument">The other words, one space apart; empty if there are none.</param>
/// <param name="IsCommand">True if it began with a slash.</param>
public sealed record CommandLine(string Name, string Argument, bool IsCommand)
{
    public static CommandLine Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length == 0 ? "" : words[0].ToLowerInvariant();
        var isCommand = first.StartsWith('/');
        return new CommandLine(isCommand ? first.Split('@')[0][1..] : first, string.Join(' ', words.Skip(1)), isCommand);
    }

    /// <summary>True if it changes anything.</summary>
    public bool Acts => IsCommand && DeskCommands.Find(Name)?.Acts(Argument) == true;
}
