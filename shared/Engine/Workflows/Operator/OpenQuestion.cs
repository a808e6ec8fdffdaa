using ExitDesk.Engine.Outbox;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>A question that waits for its owner, whoever asked it.</summary>
/// <param name="Token">Of its card; its beginning is the number that the owner types.</param>
/// <param name="Title">What it asks, as HTML, in a few words.</param>
/// <param name="Subject">A position's id, or the desk, for the audit.</param>
/// <param name="Names">What else the owner may type to mean it: ids, symbols, underlyings.</param>
/// <param name="Asked">The card and the quote that it showed, for the audit.</param>
/// <param name="AnswerAsync">Answers it, once; returns what became of it, in a sentence that is not escaped.</param>
/// <param name="Again">Its card, to be shown again below all others; null if nothing is known of it.</param>
public sealed record OpenQuestion(
    string Token,
    string Title,
    string Subject,
    IReadOnlyList<string> Names,
    string Asked,
    Func<OwnerAnswer, OperatorUpdate, CancellationToken, Task<string>> AnswerAsync,
    OutboxEntry? Again)
{
    /// <summary>Whether a user who typed this may mean it.</summary>
    public bool IsMeantBy(string typed) =>
        CardNumber.Matches(Token, typed) || Names.Contains(typed, StringComparer.OrdinalIgnoreCase);
}
