namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>What became of a command that may act.</summary>
/// <param name="Html">For the chat, and without its markup for the audit.</param>
/// <param name="IsTold">True if a card or notice says it in the chat already: then it is not answered beside.</param>
public sealed record CommandResult(string Html, bool IsTold = false)
{
    /// <summary>What it was about: a position's id; the whole desk by default.</summary>
    public string Subject { get; init; } = "desk";

    /// <summary>The chat has it already.</summary>
    /// <param name="words">For the audit, as HTML.</param>
    public static CommandResult Told(string words) => new(words, IsTold: true);
}
