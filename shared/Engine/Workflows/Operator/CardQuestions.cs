using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>The open cards of positions and of the desk, as questions that may be answered in words.</summary>
public sealed class CardQuestions(DeskLedger documents, CardAnswers answers, MarketMoments moments, TimeProvider time)
{
    /// <summary>Those that are open, the latest first.</summary>
    public async Task<IReadOnlyList<OpenQuestion>> OpenAsync(CancellationToken cancellationToken)
    {
        var cards = (await documents.ReadableApprovalsAsync([], cancellationToken).ConfigureAwait(false))
            .Where(static card => card.Value.Status == ApprovalStatus.Open)
            .OrderByDescending(static card => card.Value.AskedAt)
            .ToList();
        if (cards.Count == 0)
        {
            return [];
        }

        var positions = (await documents.ReadablePositionsAsync([], cancellationToken).ConfigureAwait(false)).ToDictionary(static position => position.Value.Id, static position => position.Value);
        var questions = new List<OpenQuestion>();
        foreach (var card in cards)
        {
            var sent = await documents.FindAsync<SentCard>(LedgerKeys.Card(card.Value.Token), cancellationToken).ConfigureAwait(false);
            var entry = card.Value.EntryId is { } id ? await documents.EntryAsync(id, cancellationToken).ConfigureAwait(false) : null;
            questions.Add(entry is null ? Of(card, positions, sent?.Value) : Of(card, entry.Value, sent?.Value));
        }

        return questions;
    }

    private OpenQuestion Of(Stored<ApprovalCard> card, Dictionary<string, Position> positions, SentCard? sent)
    {
        var about = card.Value.Positions.Append(card.Value.PositionId).OfType<string>().Select(positions.GetValueOrDefault).OfType<Position>().ToList();
        return new OpenQuestion(
            card.Value.Token,
            QuestionCards.Title(card.Value, about.FirstOrDefault(position => position.Id == card.Value.PositionId)),
            card.Value.PositionId ?? "desk",
            // Who names one position does not mean a question about many: that one has its number.
            card.Value.Positions.Count > 1 ? [] : [.. about.SelectMany(NamesOf).Distinct(StringComparer.OrdinalIgnoreCase)],
            OperatorAudit.Of(card.Value),
            (answer, update, token) => AnswerAsync(card, answer, update, token),
            Again(card.Value.Token, sent));
    }

    private OpenQuestion Of(Stored<ApprovalCard> card, PositionEntry entry, SentCard? sent) => new(
        card.Value.Token,
        EntryText.Title(entry),
        entry.Id,
        [entry.Id, .. entry.Recommendation.Legs.SelectMany(static leg => NamesOf(leg.Symbol)).Distinct(StringComparer.OrdinalIgnoreCase)],
        OperatorAudit.Of(card.Value),
        (answer, update, token) => AnswerAsync(card, answer, update, token),
        Again(card.Value.Token, sent));

    private OutboxEntry? Again(string token, SentCard? sent)
    {
        var now = moments.Assumed?.Now ?? time.GetUtcNow();
        return sent is not { IsFinal: false, Shown: { } shown } ? null : new OutboxEntry($"card:{token}:again:{now.ToUnixTimeMilliseconds()}", now)
        {
            Notice = new Notice(shown, token) { IsAnew = true },
        };
    }

    private async Task<string> AnswerAsync(Stored<ApprovalCard> card, OwnerAnswer answer, OperatorUpdate update, CancellationToken cancellationToken) =>
        VerbOf(card.Value, answer.Word) is { } verb
            ? await answers.AnswerAsync(verb, card, update, cancellationToken, answer.For).ConfigureAwait(false)
            : "It cannot be put off: approve it, reject it, or leave it.";

    /// <summary>What the button that says the same would send before its token; null if the card has none.</summary>
    public static string? VerbOf(ApprovalCard card, OwnerWord word) => word switch
    {
        OwnerWord.Approve => QuestionCards.Verb(card.Kind),
        OwnerWord.Reject => card.Kind switch
        {
            ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner when card.Decision is not null => "reject",
            ApprovalKind.Orphan => "keep",
            ApprovalKind.Expiry => "hold",
            ApprovalKind.Adoption => "watch",
            ApprovalKind.Entry => "reject",
            ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner or ApprovalKind.DoNotExercise or ApprovalKind.CloseAll or ApprovalKind.Emergency
                or ApprovalKind.AccountEmergency or ApprovalKind.Activate or ApprovalKind.Halt or ApprovalKind.Resume => "cancel",
        },
        OwnerWord.Snooze => card.Decision is not null || card.Kind == ApprovalKind.Expiry ? "hold" : null,
    };

    private static IEnumerable<string> NamesOf(string symbol) =>
        OccSymbol.TryParse(symbol, out var contract, out _) ? [symbol, contract.Underlying] : [symbol, StockSymbol.OptionRoot(symbol)];

    private static IEnumerable<string> NamesOf(Position position) =>
        [position.Id, position.Underlying, StockSymbol.OptionRoot(position.Underlying), .. position.Legs.Select(static leg => leg.Symbol)];
}
