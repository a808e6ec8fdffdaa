using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Engine.Workflows.Overrides;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>"Hold to T-2" and "Do not exercise" on the card of an expiring position.</summary>
public sealed class ExpiryButtons(
    IBroker broker, DeskCommits commits, OwnerCloses closes, ExitPlanBook plans, Tokens tokens)
{
    /// <summary>Does what the button says.</summary>
    /// <returns>The toast.</returns>
    public Task<string> AnswerAsync(
        string verb, Stored<ApprovalCard> approval, Stored<Position> position, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken) =>
        (verb, approval.Value.Kind) switch
        {
            ("hold", ApprovalKind.Expiry) => HoldAsync(position, update, moment, cancellationToken),
            ("refrain", ApprovalKind.Expiry) => AskAsync(position.Value, moment, cancellationToken),
            ("refrain", ApprovalKind.DoNotExercise) => InstructAsync(approval, position.Value, update, moment, cancellationToken),
            _ => Task.FromResult("This button does nothing here."),
        };

    // It silences the ladder until T-2 begins: from there on nothing holds it back. The card says so with the next sweep.
    private async Task<string> HoldAsync(Stored<Position> position, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await closes.RefusalAsync(position.Value, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        if (Expiring(position.Value, moment).FirstOrDefault() is not { } leg)
        {
            return "It does not expire today: there is nothing to hold.";
        }

        var until = ExpiryDeadline.Of(leg.Contract, moment.Session!, plans.Expiry).At - plans.Expiry.CloseNowFrom;
        if (moment.Now >= until)
        {
            return $"T-2 began at {NewYork.ShortClock(until, moment.Now)}: what is near the money is closed now.";
        }

        var held = position.Value with
        {
            Silences =
            [
                .. position.Value.Silences.Where(other => other.Until > moment.Now && other.Rule != ExitReason.ExerciseRisk),
                new Silence(ExitReason.ExerciseRisk, until) { By = update.UserName, Since = moment.Now },
            ],
        };
        var answer = $"Held by {update.UserName}: T-5 is skipped, T-2 acts at {NewYork.ShortClock(until, moment.Now)}";
        var batch = new LedgerBatch()
            .Replace(LedgerKeys.Position(held.Id), held, position.Version)
            .Post(Audit.Entry($"expiry-held:{update.UpdateId}", moment.Now, held.Id, "expiry-held", update.UserName, answer))
            .NoteKept(OverrideKind.Keep, position.Value, ExitReason.ExerciseRisk, mark: null, update.UserName, moment);
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null ? "The position changed just now. Please tap again." : answer;
    }

    private async Task<string> AskAsync(Position position, MarketMoment moment, CancellationToken cancellationToken)
    {
        var symbols = Refrained(position, moment);
        if (symbols.Count == 0)
        {
            return "Nothing in it that expires today can be exercised by you.";
        }

        var batch = Question.ByOwner(ApprovalKind.DoNotExercise, position, null, tokens.Next(), moment, ExpiryCards.Refrain(position, symbols));
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null
            ? "Not asked: the ledger does not answer. Please tap again."
            : "Please confirm on the new card.";
    }

    // Saying it twice does no harm, so a press that the queue brings again, or an answer that never came, is simply done again.
    private async Task<string> InstructAsync(
        Stored<ApprovalCard> approval, Position position, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var symbols = Refrained(position, moment);
        var failures = new List<string>();
        foreach (var symbol in symbols)
        {
            var outcome = await broker.DoNotExerciseAsync(symbol, cancellationToken).ConfigureAwait(false);
            if (Failure(outcome) is { } failure)
            {
                failures.Add($"{Titles.Name(symbol)}: {failure}");
            }
        }

        var names = string.Join(", ", symbols.Select(Titles.Name));
        var answer = failures.Count > 0 ? string.Join(" ", failures)
            : symbols.Count == 0 ? "Nothing in it expires today that you could exercise."
            : $"The broker will not exercise {names}: told by {update.UserName}";
        var batch = failures.Count > 0
            ? new LedgerBatch().Post(Question.CardEntry(approval.Value, ExpiryCards.Unclear(approval.Value, position, answer), moment))
            : ButtonPresses.Used(approval, position, answer, moment);
        batch.Post(Audit.Entry(
            $"do-not-exercise:{update.UpdateId}", moment.Now, position.Id, "do-not-exercise", update.UserName, answer));
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null
            ? $"{answer} (not recorded; tapping again is safe)"
            : answer;
    }

    private static string? Failure(InstructionOutcome outcome) => outcome switch
    {
        InstructionOutcome.Accepted => null,
        InstructionOutcome.Refused refused => $"the broker refused: {refused.Message}.",
        InstructionOutcome.RateLimited => "the broker is busy and did not take it. Please tap again.",
        InstructionOutcome.Unknown unknown => $"the broker gave no answer ({unknown.Why}): it may hold or not. Tapping again is safe.",
        _ => throw new InvalidOperationException("An instruction ended in no known way."),
    };

    private static List<string> Refrained(Position position, MarketMoment moment) =>
        [.. Expiring(position, moment).Where(leg => leg.IsLong).Select(leg => leg.Symbol)];

    private static IEnumerable<Domain.Structures.PositionLeg> Expiring(Position position, MarketMoment moment) =>
        position.Structure.ClosingLegs.Where(leg => moment.Session is { } session && leg.Contract?.Expiration == session.Date);
}
