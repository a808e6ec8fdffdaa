using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Tells what comes too late to be done: the market it was meant for is gone. The kill switch is never late.</summary>
public sealed class LateUpdates(MarketMoments moments, TimeProvider time)
{
    /// <summary>Older words are not done.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>The refusal; null if it is to be done.</summary>
    public async Task<string?> RefusalAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        if (IsKillSwitch(update))
        {
            return null;
        }

        // The chat's clock and the broker's tell the same time; that of this machine only counts how long the queue took.
        if (time.GetUtcNow() - update.ReceivedAt > Limit)
        {
            return Refusal(update.SentAt ?? update.ReceivedAt!.Value, time.GetUtcNow());
        }

        if (update.SentAt is not { } sent)
        {
            return null;
        }

        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        return moment.Now - sent > Limit ? Refusal(sent, moment.Now) : null;
    }

    private static bool IsKillSwitch(OperatorUpdate update) => update.IsPress
        ? update.Text.StartsWith("halt:", StringComparison.Ordinal)
        : update.Text.TrimStart().StartsWith("/halt", StringComparison.OrdinalIgnoreCase);

    private static string Refusal(DateTimeOffset from, DateTimeOffset now) => $"Not done: this is from {NewYork.ShortClock(from, now)}, please say it again.";
}
