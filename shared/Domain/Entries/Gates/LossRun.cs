using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>The losses in a row with which the account's closed positions end.</summary>
/// <param name="Losses">How many, 0 if the last result was no loss.</param>
/// <param name="LastAt">When the last of them was closed, by the broker's clock; null if there is none.</param>
public sealed record LossRun(int Losses, DateTimeOffset? LastAt)
{
    public static LossRun None { get; } = new(0, null);

    /// <summary>Counts back from the last end. A result that is not known yet counts as a loss: nobody knows that it is none.</summary>
    /// <param name="positions">Ended ones count, as far back as the run may reach; what was only regrouped has no result.</param>
    public static LossRun Of(IEnumerable<Position> positions)
    {
        var losses = positions
            .Where(position => position is { EndedAt: not null, Status: not PositionStatus.Regrouped })
            .OrderByDescending(position => position.EndedAt)
            .TakeWhile(position => !position.IsResultKnown || position.RealizedPnl < 0)
            .ToList();
        return losses.Count == 0 ? None : new LossRun(losses.Count, losses[0].EndedAt);
    }
}
