using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Expiry;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Answers an open card, by button or by command: once, and only while its question is open.</summary>
public sealed class CardAnswers(
    DeskLedger documents,
    DeskCommits commits,
    MarketMoments moments,
    CloseButton close,
    CloseAllButton closeAll,
    SwitchButtons switching,
    RuleAnswers rules,
    Managing managing,
    OrphanAnswers orphans,
    ExpiryButtons expiry)
{
    /// <summary>How long "Hold" silences the rule that asked.</summary>
    public static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(30);

    /// <summary>Answers.</summary>
    /// <param name="verb">What its button sends before the token.</param>
    /// <param name="approval">The card as read.</param>
    /// <param name="update">Who answers.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="holdFor">How long "hold" silences the rule that asked; null for <see cref="HoldFor"/>.</param>
    /// <returns>What became of it, in a sentence; not escaped.</returns>
    public async Task<string> AnswerAsync(
        string verb, Stored<ApprovalCard> approval, OperatorUpdate update, CancellationToken cancellationToken, TimeSpan? holdFor = null)
    {
        if (approval.Value.PositionId is not { } id)
        {
            var now = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
            return await AnswerAsync(verb, approval, null, update, now, holdFor, cancellationToken).ConfigureAwait(false);
        }

        var position = await documents.PositionAsync(id, cancellationToken).ConfigureAwait(false);
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        return moment.Succeeded
            ? await AnswerAsync(verb, approval, position, update, moment.Value, holdFor, cancellationToken).ConfigureAwait(false)
            : $"Nothing done: {moment.Failure}. Please try again.";
    }

    private async Task<string> AnswerAsync(
        string verb, Stored<ApprovalCard> approval, Stored<Position>? position, OperatorUpdate update, MarketMoment moment, TimeSpan? holdFor, CancellationToken cancellationToken)
    {
        if (await OverAsync(approval.Value, position?.Value, moment, cancellationToken).ConfigureAwait(false) is { } over)
        {
            return over;
        }

        return (verb, approval.Value.Kind) switch
        {
            ("close", ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner or ApprovalKind.Orphan or ApprovalKind.Expiry) when position is not null =>
                await close.PressAsync(approval, position, update, moment, cancellationToken).ConfigureAwait(false),
            ("closeall", ApprovalKind.CloseAll) => await CloseAllAsync(approval, update, moment, cancellationToken).ConfigureAwait(false),
            ("hold" or "refrain", ApprovalKind.Expiry or ApprovalKind.DoNotExercise) when position is not null =>
                await expiry.AnswerAsync(verb, approval, position, update, moment, cancellationToken).ConfigureAwait(false),
            ("keep" or "pair", ApprovalKind.Orphan) when position is not null =>
                await orphans.AnswerAsync(approval, position, pairs: verb == "pair", update, moment, cancellationToken).ConfigureAwait(false),
            ("hold" or "reject", ApprovalKind.CloseByRule or ApprovalKind.CloseByOwner) when position is not null && approval.Value.Decision is not null =>
                await rules.SilenceAsync(
                    approval, position, verb == "hold" ? moment.Now + (holdFor ?? HoldFor) : RuleAnswers.EndOfSession(moment), verb == "reject", update, moment, cancellationToken).ConfigureAwait(false),
            (_, ApprovalKind.Adoption) when Managing.Of(verb) is { } wanted =>
                await managing.AnswerAsync(approval, wanted, update, moment, cancellationToken).ConfigureAwait(false),
            ("cancel", not (ApprovalKind.CloseByRule or ApprovalKind.Orphan or ApprovalKind.Expiry or ApprovalKind.Adoption)) when approval.Value.Decision is null => await CancelAsync(approval, position?.Value, update, moment, cancellationToken).ConfigureAwait(false),
            _ => await switching.PressAsync(verb, approval, update, moment, cancellationToken).ConfigureAwait(false) ?? "This button does nothing here.",
        };
    }

    // A question about the desk works without the broker's clock; one that sends orders does not.
    private async Task<string> CloseAllAsync(Stored<ApprovalCard> approval, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var read = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        return read.Succeeded
            ? await closeAll.PressAsync(approval, update, moment, cancellationToken).ConfigureAwait(false)
            : $"Nothing done: {read.Failure}. Please try again.";
    }

    private async Task<string?> OverAsync(ApprovalCard approval, Position? position, MarketMoment moment, CancellationToken cancellationToken)
    {
        // A rule's question is over once its position no longer waits for it: closed by a command, gone, or asked anew.
        var isWaiting = approval.Decision is null || position?.ApprovalToken == approval.Token;
        if (approval.Status == ApprovalStatus.Open && moment.Now < approval.LapsesAt && isWaiting)
        {
            return null;
        }

        if ((approval.Status == ApprovalStatus.Used || !isWaiting) && position is not null && await close.StateAsync(position, cancellationToken).ConfigureAwait(false) is { } state)
        {
            return state;
        }

        return approval.Answer ?? (isWaiting ? null : "The position moved on without this answer.") ?? $"This question lapsed at {NewYork.ShortClock(approval.LapsesAt, moment.Now)}.";
    }

    private async Task<string> CancelAsync(
        Stored<ApprovalCard> approval, Position? position, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var answer = $"Cancelled by {update.UserName}: nothing changed";
        return await commits.CommitAsync(ButtonPresses.Used(approval, position, answer, moment), cancellationToken).ConfigureAwait(false) is null
            ? "Somebody answered this just now."
            : answer;
    }
}
