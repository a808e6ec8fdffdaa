using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>One audit row for each press and each command that acts, or was refused: who, when, what, on which card and quote, and the result.</summary>
public sealed class OperatorAudit(MarketMoments moments, TimeProvider time)
{
    private const int Longest = 500;

    /// <summary>The row of an update; a repeat of the update writes the same one.</summary>
    /// <param name="update">Who, and what they typed or pressed.</param>
    /// <param name="subject">A position's id, or the desk.</param>
    /// <param name="action"><c>pressed</c>, <c>commanded</c> or <c>refused</c>.</param>
    /// <param name="what">What was done, in words; of a press with its card and the quote on it.</param>
    /// <param name="result">As HTML or as plain words.</param>
    public OutboxEntry Entry(OperatorUpdate update, string subject, string action, string what, string result)
    {
        var words = $"{what}: {PlainText.Of(result)}";
        return Audit.Entry(
            $"operator:{update.UpdateId}", Now, subject, action, update.Who, words.Length > Longest ? words[..Longest] : words);
    }

    /// <summary>What a card asked and showed, for the row of its answer.</summary>
    public static string Of(ApprovalCard card) => $"card {CardNumber.Of(card.Token)} ({card.Kind}"
        + (card.Decision is { } finding ? $", {Titles.Reason(finding.Reason)}" : "") + ")"
        + (card.Bid is null && card.Ask is null ? "" : $", shown {Figures.Price(card.Bid)} / {Figures.Price(card.Ask)}");

    // The broker's clock, but no call for it: nobody waits for an audit row.
    private DateTimeOffset Now => moments.Assumed?.Now ?? time.GetUtcNow();
}
