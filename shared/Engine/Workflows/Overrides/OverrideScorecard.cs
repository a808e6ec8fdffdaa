using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Overrides;

/// <summary>The owner's answers against the rules, for whoever shows them.</summary>
public sealed class OverrideScorecard(ILedger ledger, DeskLedger documents)
{
    /// <summary>The lines; none while there was no answer.</summary>
    /// <param name="span">What the days are called, for instance <c>last 30 days</c>.</param>
    /// <param name="from">The first New York day of the answer.</param>
    /// <param name="to">The last one.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="LedgerUnavailableException">The storage did not answer.</exception>
    public async Task<IEnumerable<string>> LinesAsync(string span, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var unreadable = new List<string>();
        var open = await documents.ReadableOverridesAsync(unreadable, cancellationToken).ConfigureAwait(false);
        var recent = OverrideTotals.Of(await OverrideResults.ReadAsync(ledger, from, to, cancellationToken).ConfigureAwait(false));
        var all = await documents.FindAsync<OverrideTotals>(LedgerKeys.OverrideTotals, cancellationToken).ConfigureAwait(false);
        return OverridesText.Lines(span, recent, all?.Value ?? OverrideTotals.None, open.Count, unreadable.Count);
    }
}
