namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>One command of the chat, as the help text and Telegram's menu tell it.</summary>
/// <param name="Name">Without the slash; a to z.</param>
/// <param name="Use">What may follow it; empty if nothing.</param>
/// <param name="What">What it does, in a line.</param>
public sealed record DeskCommand(string Name, string Use, string What)
{
    /// <summary>Whether it changes anything with these words after it: then it is for owners, and audited.</summary>
    public Func<string, bool> Acts { get; init; } = static _ => false;
}
