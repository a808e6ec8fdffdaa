using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Entries;

namespace ExitDesk.Engine.Workflows;

/// <summary>Gathers what tells whether the desk is watching: runs of this process, depth of the outbox, the broker's budget.</summary>
public sealed class HealthCheck(
    ILedger ledger, ILedgerTraffic traffic, DeskLedger documents, DeskHealth health, IBrokerBudget budget, CloseBreaker breaker, EntryBreaker entryBreaker, DeskOptions options)
{
    /// <summary>Each run is due once a minute at the latest, in session or not: this long without one, its timer has stopped.</summary>
    public static readonly TimeSpan SilencePatience = TimeSpan.FromMinutes(3);

    public async Task<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        var problems = Enum.GetValues<RunKind>()
            .Where(kind => health.Of(kind).Failures > 0)
            .Select(kind => $"{kind} failed {health.Of(kind).Failures} times in a row: {health.Of(kind).LastFailure}")
            .ToList();
        problems.AddRange(Enum.GetValues<RunKind>()
            .Where(kind => health.SilentFor(kind) > SilencePatience)
            .Select(kind => $"{kind} has not succeeded for {Telling.Figures.Span(health.SilentFor(kind))}"));
        if (health.ChatProblem is { } chat)
        {
            problems.Add($"Telegram: {chat}");
        }

        if (breaker.OpenedAt is { } opened)
        {
            problems.Add($"closes: too many failed at the broker since {NewYork.Clock(opened)}; urgent ones go one at a time, others wait");
        }

        try
        {
            return await WithLedgerAsync(problems, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is LedgerUnavailableException or LedgerDocumentException)
        {
            problems.Add($"Ledger: {problem.Message}");
            return Report(problems, null, null, null, null, null);
        }
    }

    private async Task<HealthReport> WithLedgerAsync(List<string> problems, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var outbox = await ledger.ListAsync(LedgerKeys.Outbox, cancellationToken).ConfigureAwait(false);
        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var closings = await documents.ClosingsAsync(cancellationToken).ConfigureAwait(false);
        var entries = (await documents.ReadableEntriesAsync([], cancellationToken).ConfigureAwait(false)).Select(stored => stored.Value).ToList();

        // It closes with an order that is taken: once none is left to try with, it holds nothing back, and that is no trouble.
        if (entryBreaker.OpenedAt is { } held && entries.Exists(entry => entry.Status == EntryStatus.Working))
        {
            problems.Add($"entries: too many got no answer from the broker since {NewYork.Clock(held)}; nothing is opened but one at a time, to try; closes go on");
        }

        return Report(
            problems, switches, outbox.Count,
            positions.Count(position => position.Value.Status.IsLive()),
            closings.Count(closing => closing.Value.End is null),
            entries.Count(entry => entry.End is null));
    }

    private HealthReport Report(List<string> problems, DeskSwitches? switches, int? outbox, int? open, int? unsettled, int? entering) => new(
        problems.Count == 0 ? "ok" : "degraded",
        problems,
        options.Account,
        switches?.Mode.ToString(),
        switches?.State.ToString(),
        Enum.GetValues<RunKind>().ToDictionary(kind => kind.ToString(), health.Of),
        outbox,
        open,
        unsettled,
        entering,
        budget.CallsLeft,
        traffic.Reads,
        traffic.Writes,
        health.FeedAge?.TotalSeconds,
        health.ChatProblem ?? "ok");
}
