using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Asks the owner whether an entry may be sent. Silence never opens anything.</summary>
public sealed class EntryQuestions(DeskLedger documents, EntryProgress progress, Tokens tokens)
{
    /// <summary>Writes that it is asked, and asks. A question that is still open is asked anew in its place.</summary>
    /// <param name="entry">As read.</param>
    /// <param name="step">What is offered, and until when.</param>
    /// <param name="verdict">What the gates said.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <param name="anew">What a card that is still open says in the end.</param>
    public async Task AskAsync(
        Stored<PositionEntry> entry, EntryStep.Ask step, EntryVerdict? verdict, MarketMoment moment, CancellationToken cancellationToken, string anew = "Nobody answered: asked anew below")
    {
        var token = tokens.Next();
        var asked = entry.Value with
        {
            Status = EntryStatus.AwaitingApproval,
            Verdict = verdict ?? entry.Value.Verdict,
            ApprovalToken = token,
            AskedAt = moment.Now,
            LapsesAt = step.LapsesAt,
        };
        var card = new ApprovalCard(
            token, ApprovalKind.Entry, null, null, null, null, step.Offer.LimitPrice, moment.Now, step.LapsesAt, ApprovalStatus.Open)
        { EntryId = asked.Id };
        var batch = new LedgerBatch();
        if (await EndAsync(batch, entry.Value, ApprovalStatus.Overtaken, anew, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            batch.Post(Question.CardEntry(earlier, QuestionCards.Over(EntryText.Title(asked), anew, moment.Now), moment, isFinal: true));
        }

        batch.Insert(LedgerKeys.Approval(token), card)
            .Post(Question.CardEntry(card, EntryCards.Asks(asked, step.Offer, card), moment))
            .Post(Audit.Entry(
                $"asked:{token}", moment.Now, asked.Id, "asked", asked.Recommendation.Action.Word(),
                $"{EntryText.Of(asked.Recommendation)} at {Figures.Price(Math.Abs(step.Offer.LimitPrice))}"));
        await progress.GoOnAsync(entry with { Value = asked }, step.LapsesAt, moment, batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Comes back later. A card whose time is over says so and loses its buttons: it may be a night until it is asked again.</summary>
    public async Task WaitAsync(Stored<PositionEntry> entry, EntryStep.Wait wait, MarketMoment moment, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch();
        var answer = $"{Titles.Capital(EntryApprovals.Unanswered(entry.Value, "in time"))}: nothing is opened unless you are asked again. {Titles.Capital(wait.Why)}";
        if (entry.Value is { Status: EntryStatus.AwaitingApproval, LapsesAt: { } at } && at <= moment.Now
            && await EndAsync(batch, entry.Value, ApprovalStatus.Lapsed, answer, cancellationToken).ConfigureAwait(false) is { } lapsed)
        {
            batch.Post(Question.CardEntry(lapsed, QuestionCards.Over(EntryText.Title(entry.Value), answer, moment.Now), moment, isFinal: true));
        }

        await progress.WaitAsync(entry, wait, moment, cancellationToken, batch).ConfigureAwait(false);
    }

    /// <summary>Ends the question of an entry, if one is open; its card is left as it is.</summary>
    /// <returns>The question; null if none was open.</returns>
    /// <exception cref="LedgerUnavailableException">The storage did not answer.</exception>
    public async Task<ApprovalCard?> EndAsync(LedgerBatch batch, PositionEntry entry, ApprovalStatus status, string answer, CancellationToken cancellationToken)
    {
        if (entry.ApprovalToken is not { } token
            || await documents.ReadableApprovalAsync(token, cancellationToken).ConfigureAwait(false) is not { Value.Status: ApprovalStatus.Open } open)
        {
            return null;
        }

        Question.End(batch, open, status, answer);
        return open.Value;
    }
}
