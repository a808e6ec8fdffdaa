using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows;

/// <summary>Gathers what tells whether the desk is watching: runs of this process, depth of the outbox, the broker's budget.</summary>
public sealed class HealthCheck(
    ILedger ledger, ILedgerTraffic traffic, DeskLedger documents, DeskHealth health, IBrokerBudget budget, DeskOptions options)
{
    public async Task<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        var problems = Enum.GetValues<RunKind>()
            .Where(kind => health.Of(kind).Failures > 0)
            .Select(kind => $"{kind} failed {health.Of(kind).Failures} times in a row: {health.Of(kind).LastFailure}")
            .ToList();
        if (health.ChatProblem is { } chat)
        {
            problems.Add($"Telegram: {chat}");
        }

        try
        {
            return await WithLedgerAsync(problems, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is LedgerUnavailableException or LedgerDocumentException)
        {
            problems.Add($"Ledger: {problem.Message}");
            return Report(problems, null, null, null, null);
        }
    }

    private async Task<HealthReport> WithLedgerAsync(List<string> problems, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var outbox = await ledger.ListAsync(LedgerKeys.Outbox, cancellationToken).ConfigureAwait(false);
        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var closings = await documents.ClosingsAsync(cancellationToken).ConfigureAwait(false);
        return Report(
            problems, switches, outbox.Count,
            positions.Count(position => position.Value.Status.IsLive()),
            closings.Count(closing => closing.Value.End is null));
    }

    private HealthReport Report(List<string> problems, DeskSwitches? switches, int? outbox, int? open, int? unsettled) => new(
        problems.Count == 0 ? "ok" : "degraded",
        problems,
        options.Account,
        switches?.Mode.ToString(),
        switches?.State.ToString(),
        Enum.GetValues<RunKind>().ToDictionary(kind => kind.ToString(), health.Of),
        outbox,
        open,
        unsettled,
        budget.CallsLeft,
        traffic.Reads,
        traffic.Writes,
        health.ChatProblem ?? "ok");
}
