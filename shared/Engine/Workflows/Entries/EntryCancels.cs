using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Cancels the order of an entry whose time is over: written first, then asked.</summary>
public sealed class EntryCancels(IEntryBroker broker, EntryProgress progress, ILogger<EntryCancels> logger)
{
    public async Task CancelAsync(Stored<PositionEntry> entry, EntryStep.Cancel step, MarketMoment moment, CancellationToken cancellationToken)
    {
        var asked = entry.Value with { CancelsAt = With(entry.Value.CancelsAt, moment.Now) };
        var batch = new LedgerBatch().Post(Audit.Entry(
            $"entry:{asked.Id}:cancel:r{asked.Revision}", moment.Now, asked.Id, "entry-cancelled", "desk", $"Order {step.Order.Id}: {step.Why}"));
        var round = new DeliveryRound();
        var until = moment.Now + CloseLimits.Pause(TimeSpan.Zero);
        if (await progress.WriteAsync(entry with { Value = asked }, until, moment, batch, round, cancellationToken).ConfigureAwait(false) is not { } written)
        {
            await progress.LookAgainAsync(entry.Value, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var outcome = await broker.CancelOrderAsync(step.Order.Id, cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Cancel of {Order}: {Outcome}", step.Order.Id, outcome);
        await progress.ScheduleAsync(written.Value, moment, cancellationToken).ConfigureAwait(false);
        await progress.TellAsync(round, cancellationToken).ConfigureAwait(false);
    }
    // The first and the last two say everything.
    private static IReadOnlyList<DateTimeOffset> With(IReadOnlyList<DateTimeOffset> asked, DateTimeOffset now) =>
        asked.Count < 3 ? [.. asked, now] : [asked[0], asked[^1], now];
}
