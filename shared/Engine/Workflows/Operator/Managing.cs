using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Sweep;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Lets the owner say what the desk may do with positions: manage, watch or ignore them. Each is reversible.</summary>
public sealed class Managing(DeskLedger documents, DeskCommits commits)
{
    /// <summary>What a button or command means; null if neither.</summary>
    public static Management? Of(string verb) => verb switch
    {
        "manage" => Management.Managed,
        "watch" => Management.Watched,
        "ignore" => Management.Ignored,
        _ => null,
    };

    /// <summary>The answer to a card about several positions: those that are still held change, in one commit with the answer.</summary>
    /// <returns>The toast.</returns>
    public async Task<string> AnswerAsync(
        Stored<ApprovalCard> approval, Management wanted, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var held = new List<Stored<Position>>();
        foreach (var id in approval.Value.Positions)
        {
            if (await documents.PositionAsync(id, cancellationToken).ConfigureAwait(false) is { } position && Refusal(position.Value, wanted) is null)
            {
                held.Add(position);
            }
        }

        var answer = $"{held.Count} {Titles.Management(wanted)}, by {update.UserName}";
        var batch = Changed(ButtonPresses.Used(approval, null, answer, moment), held, wanted, update, moment.Now);
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null
            ? "One of them changed just now. Please tap again."
            : answer;
    }

    /// <summary>Changes positions by command.</summary>
    /// <returns>False if nothing is written: one of them changed just now.</returns>
    public async Task<bool> ChangeAsync(
        IReadOnlyCollection<Stored<Position>> positions, Management wanted, OperatorUpdate update, DateTimeOffset now, CancellationToken cancellationToken) =>
        await commits.CommitAsync(Changed(new LedgerBatch(), positions, wanted, update, now), cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Why a position cannot be changed so, for the owner; null if it can.</summary>
    public static string? Refusal(Position position, Management wanted) => position switch
    {
        { Management: Management.NotManagedYet } => "the desk cannot manage it yet: it is recorded and shown only",
        { Status: PositionStatus.Closing } when wanted != Management.Managed => "it is being closed now",
        _ when !position.Status.IsLive() => "it is over",
        _ => null,
    };

    // A question about a position that is no longer traded is over: settlement takes its buttons.
    private static LedgerBatch Changed(
        LedgerBatch batch, IReadOnlyCollection<Stored<Position>> positions, Management wanted, OperatorUpdate update, DateTimeOffset now)
    {
        foreach (var position in positions)
        {
            var changed = position.Value with { Management = wanted, AdoptionAsks = AdoptionCards.MostAsks };
            if (wanted != Management.Managed && changed.Status == PositionStatus.AwaitingApproval)
            {
                changed = changed with { Status = PositionStatus.Open, ApprovalToken = null };
            }

            batch.Replace(LedgerKeys.Position(changed.Id), changed, position.Version)
                .Post(Audit.Entry(
                    $"management:{update.UpdateId}:{changed.Id}", now, changed.Id, "management-changed", update.UserName,
                    $"{Titles.Of(changed)}: {Titles.Management(position.Value.Management)} → {Titles.Management(wanted)}"));
        }

        return batch;
    }
}
