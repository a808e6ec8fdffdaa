using System.Security.Cryptography;
using System.Text;
using ExitDesk.Domain.Plans;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows;

/// <summary>Brings the book of plans up to what is deployed and what the owner changed. A plan that does not hold is never taken.</summary>
public sealed class PlanRefresh(
    DeskLedger documents, DeskCommits commits, DeskAlerts alerts, DeployedPlan deployed, ExitPlanBook book, TimeProvider time)
{
    private const int Shown = 12;

    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;
    private PlanDocument? _file;
    private string? _seen;

    /// <summary>The book before anything was read from the ledger: the deployed file if it holds, else the built-in plans.</summary>
    public static ExitPlanBook BookOf(DeployedPlan deployed) =>
        deployed.Json is { } json && ExitPlanFile.ReadDocument(deployed.Name, json, [], out _) is { } document ? new ExitPlanBook(document) : new ExitPlanBook();

    /// <summary>Reads one row; does nothing more unless the owner changed the plan since. Runs go one after the other, in the order asked.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        await Before(over.Task).ConfigureAwait(false);
        try
        {
            _file ??= await FileAsync(cancellationToken).ConfigureAwait(false);
            await OverridesAsync(_file, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            over.SetResult();
        }
    }

    private Task Before(Task next)
    {
        lock (_gate)
        {
            (var before, _last) = (_last, next);
            return before;
        }
    }

    private async Task<PlanDocument> FileAsync(CancellationToken cancellationToken)
    {
        if (deployed.Json is not { } json)
        {
            return PlanDocument.Empty(deployed.Name);
        }

        var stored = await FindAsync<LastGoodPlan>(LedgerKeys.LastGoodPlan, cancellationToken).ConfigureAwait(false);
        if (ExitPlanFile.ReadDocument(deployed.Name, json, [], out var problems) is { } document)
        {
            if (stored?.Value.Json != json)
            {
                await commits.CommitAsync(
                    new LedgerBatch().Put(LedgerKeys.LastGoodPlan, new LastGoodPlan(deployed.Name, json, time.GetUtcNow())), cancellationToken).ConfigureAwait(false);
            }

            return document;
        }

        var last = stored is null ? null : ExitPlanFile.ReadDocument($"last good {stored.Value.Name}", stored.Value.Json, [], out _);
        var inForce = last is null
            ? "There is no earlier one: the built-in plans are in force."
            : $"In force is the last good one, of {NewYork.DateOf(stored!.Value.At):yyyy-MM-dd}.";
        await AlertAsync("file", json, $"<b>{Html.Escape(deployed.Name)} is refused</b>\n{inForce}", problems, cancellationToken).ConfigureAwait(false);
        return last ?? PlanDocument.Empty("built-in plans");
    }

    private async Task OverridesAsync(PlanDocument file, CancellationToken cancellationToken)
    {
        var stored = await FindAsync<PlanOverrides>(LedgerKeys.PlanOverrides, cancellationToken).ConfigureAwait(false);
        if (_seen is not null && _seen == (stored?.Version ?? ""))
        {
            return;
        }

        var changes = PlanDocument.Empty(PlanOverrides.Name);
        if (stored is { Value: { } overrides })
        {
            changes = ExitPlanFile.ReadDocument(PlanOverrides.Name, overrides.Current.Json, [file], out var problems) ?? Lenient(overrides.Current.Json);
            if (problems.Count > 0)
            {
                var inForce = changes is null
                    ? "None of them is in force: write them again with /plan set."
                    : "They no longer fit the deployed plan. What contradicts it is left out, all else holds.";
                await AlertAsync("changes", overrides.Current.Json, $"<b>Your changes of the plan are refused</b>\n{inForce}", problems, cancellationToken).ConfigureAwait(false);
            }
        }

        book.Use(file, changes ?? PlanDocument.Empty(PlanOverrides.Name));
        _seen = stored?.Version ?? "";
    }

    // Whole by themselves, but not over the file: merging leaves out the sections that contradict.
    private static PlanDocument? Lenient(string json) => ExitPlanFile.ReadDocument(PlanOverrides.Name, json, [], out _);

    // A row that cannot be read must not take the guard from all positions.
    private async Task<Stored<T>?> FindAsync<T>(string key, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await documents.FindAsync<T>(key, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerDocumentException problem)
        {
            await AlertAsync(key, problem.Message, "<b>A row of the plan cannot be read</b>", [problem.Message], cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private Task AlertAsync(string what, string content, string lead, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = $"plan-{what}:{NewYork.DateOf(now):yyyyMMdd}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 6))}";
        var lines = problems.Take(Shown).Select(static problem => "• " + Html.Escape(problem));
        var more = problems.Count > Shown ? $"\n… and {problems.Count - Shown} more" : "";
        return alerts.RaiseAsync(id, now, $"{lead}\n{string.Join('\n', lines)}{more}", cancellationToken);
    }
}
