using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Takes the owner's yes or no to an entry, by its card or by its id. A yes is bound to the limit on the card.</summary>
public sealed class EntryAnswers(
    DeskLedger documents, EntryReads reads, EntryQuestions questions, EntryProgress progress, MarketMoments moments, EntrySettings settings)
{
    /// <summary>Answers one entry.</summary>
    /// <param name="tokenOrId">The card's token, or the recommendation's id.</param>
    /// <param name="isApproved">True to open it.</param>
    /// <param name="who">Who says so, for the card and the audit.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What became of it, in words for whoever answered; null if nothing is known under that name.</returns>
    public async Task<string?> AnswerAsync(string tokenOrId, bool isApproved, string who, CancellationToken cancellationToken)
    {
        var card = await documents.ReadableApprovalAsync(tokenOrId, cancellationToken).ConfigureAwait(false);
        var id = card is null ? tokenOrId : card.Value.EntryId;
        if (id is null || await documents.EntryAsync(id, cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return null;
        }

        // What an id names has one question at most; a card of an earlier one is over.
        card ??= entry.Value.ApprovalToken is { } token ? await documents.ReadableApprovalAsync(token, cancellationToken).ConfigureAwait(false) : null;
        if (entry.Value.Status != EntryStatus.AwaitingApproval || card is not { Value.Status: ApprovalStatus.Open } || card.Value.Token != entry.Value.ApprovalToken)
        {
            return card?.Value.Answer ?? EntryText.State(entry.Value);
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        return !moment.Succeeded ? $"Nothing done: {moment.Failure}. Please tap again."
            : moment.Value.Now >= card.Value.LapsesAt ? $"This question lapsed at {NewYork.ShortClock(card.Value.LapsesAt, moment.Value.Now)}: nothing is opened."
            : isApproved ? await ApproveAsync(entry, card, who, moment.Value, cancellationToken).ConfigureAwait(false)
            : await DeclineAsync(entry, card, who, moment.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> DeclineAsync(
        Stored<PositionEntry> entry, Stored<ApprovalCard> card, string who, MarketMoment moment, CancellationToken cancellationToken)
    {
        var answer = $"Not opened: rejected by {who}";
        var ended = entry.Value with
        {
            Status = EntryStatus.Ended,
            End = EntryEnd.Declined,
            EndedAt = moment.Now,
            Note = $"rejected by {who}",
        };
        return await progress.GoOnAsync(entry with { Value = ended }, moment.Now, moment, Answered(card, entry.Value, answer, "entry-rejected", who, moment, isFinal: true), cancellationToken).ConfigureAwait(false)
            ? answer
            : "Somebody answered this just now.";
    }

    private async Task<string> ApproveAsync(
        Stored<PositionEntry> entry, Stored<ApprovalCard> card, string who, MarketMoment moment, CancellationToken cancellationToken)
    {
        var limit = card.Value.WorstPrice!.Value;
        var facts = await reads.FactsAsync(entry.Value, moment, cancellationToken).ConfigureAwait(false);
        if (EntryGates.Judge(entry.Value.Recommendation, facts, settings).Offer is { } offer && IsWorse(offer.LimitPrice, limit, entry.Value))
        {
            // What the owner saw is no longer what they would get: a new price is a new question, with patience of its own.
            var lapsesAt = EntryApprovals.LapsesAt(entry.Value, moment.Now, settings, EntryWindow.Of(moment, NewYork.TimeOf(moment.Now), settings));
            var passed = entry with { Value = entry.Value with { PassedPrice = limit } };
            var why = $"{who} approved it at {Figures.Price(Math.Abs(limit))}, and the market had moved past that. Asked anew below at {Figures.Price(Math.Abs(offer.LimitPrice))}";
            await questions.AskAsync(passed, new EntryStep.Ask(offer, lapsesAt), null, moment, cancellationToken, why).ConfigureAwait(false);
            return $"The market moved past {Figures.Price(Math.Abs(limit))}: it is asked again at {Figures.Price(Math.Abs(offer.LimitPrice))}.";
        }

        var approved = entry.Value with { Status = EntryStatus.Working, ApprovedAt = moment.Now, ApprovedPrice = limit };
        var answer = $"Opening, approved by {who}";
        return await progress.GoOnAsync(
            entry with { Value = approved }, moment.Now, moment, Answered(card, entry.Value, answer, "entry-approved", who, moment, isFinal: false), cancellationToken).ConfigureAwait(false)
            ? answer
            : "Somebody answered this just now.";
    }

    // A purchase costs more, a sale brings less; of several legs the net is signed, and more is worse.
    private static bool IsWorse(decimal price, decimal limit, PositionEntry entry) =>
        entry.Recommendation.IsSale() ? price < limit : price > limit;

    private static LedgerBatch Answered(
        Stored<ApprovalCard> card, PositionEntry entry, string answer, string action, string who, MarketMoment moment, bool isFinal) => new LedgerBatch()
        .Replace(LedgerKeys.Approval(card.Value.Token), card.Value with { Status = ApprovalStatus.Used, Answer = answer }, card.Version)
        .Post(Question.CardEntry(card.Value, QuestionCards.Over(EntryText.Title(entry), answer, moment.Now), moment, isFinal))
        .Post(Audit.Entry(
            $"{action}:{card.Value.Token}", moment.Now, entry.Id, action, who,
            $"{EntryText.Of(entry.Recommendation)}, limit {Figures.Price(Math.Abs(card.Value.WorstPrice ?? 0))}"));
}
