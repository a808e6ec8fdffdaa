using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Overrides;

/// <summary>Judges, by the sweep's own policy and facts, what the rules alone would do now with what the owner answered.</summary>
/// <remarks>
/// What the sweep has read serves first. All else is one more read of at most one call's symbols, after every exit has left, and never part
/// of the exits' own: a contract that nobody holds any more may be gone from the feed, and must not take the quotes of the others with it.
/// </remarks>
public sealed class OverrideReadings(
    MarketReads market, PositionFacts facts, ExitPlanBook plans, DeskLedger documents, ILogger<OverrideReadings> logger)
{
    // Emergency and Halted are the desk's, not a rule's.
    private static readonly DeskSwitches RulesOnly = new(TradingMode.Active, TradingState.Active);

    private string _served = "";

    /// <summary>Works one reading in.</summary>
    /// <param name="marked">Those whose rules still hold on, none of them expired.</param>
    /// <param name="swept">What the sweep read.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>As they become, by id. Those that had no turn, or no quotes, are absent.</returns>
    public async Task<IReadOnlyDictionary<string, OwnerOverride>> SeeAsync(
        IReadOnlyCollection<OwnerOverride> marked, MarketView swept, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, OwnerOverride>(StringComparer.Ordinal);
        if (swept.QuotesFailure is not null)
        {
            return seen;
        }

        var quoted = marked.ToLookup(open => IsIn(open.Held, swept));
        await SeeAsync(quoted[true], swept, seen, cancellationToken).ConfigureAwait(false);
        if (Turn(quoted[false]) is { Count: > 0 } turn)
        {
            var view = await market.ReadAsync([.. turn.Select(static open => open.Held)], swept.Moment, cancellationToken).ConfigureAwait(false);
            await SeeAsync(view.QuotesFailure is null ? turn : [], view, seen, cancellationToken).ConfigureAwait(false);
        }

        return seen;
    }

    // One call's symbols at a time, going round: each has its turn, however still the market of the others is.
    private List<OwnerOverride> Turn(IEnumerable<OwnerOverride> waiting)
    {
        var symbols = new HashSet<string>(StringComparer.Ordinal);
        var turn = new List<OwnerOverride>();
        foreach (var open in waiting.OrderBy(open => string.CompareOrdinal(open.Id, _served) <= 0).ThenBy(static open => open.Id, StringComparer.Ordinal))
        {
            symbols.UnionWith(open.Held.Structure.ClosingLegs.Select(static leg => leg.Symbol));
            if (symbols.Count > IMarketData.SymbolsPerCall)
            {
                break;
            }

            turn.Add(open);
        }

        _served = turn.Count > 0 ? turn[^1].Id : _served;
        return turn;
    }

    private static bool IsIn(Position position, MarketView view) =>
        position.Structure.ClosingLegs.All(leg => view.Options.ContainsKey(leg.Symbol));

    // Whatever goes wrong with one, all others are judged.
    private async Task SeeAsync(
        IEnumerable<OwnerOverride> marked, MarketView view, Dictionary<string, OwnerOverride> seen, CancellationToken cancellationToken)
    {
        foreach (var open in marked)
        {
            try
            {
                seen[open.Id] = RulesAlone.See(open, Judge(open, await MarkAsync(open, cancellationToken).ConfigureAwait(false), view));
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(problem, "What the rules alone would do about {Override} could not be judged", open.Id);
            }
        }
    }

    private async Task<PositionMark> MarkAsync(OwnerOverride open, CancellationToken cancellationToken) =>
        open.Mark
        ?? await documents.ReadableMarkAsync(open.Held.Id, cancellationToken).ConfigureAwait(false)
        ?? PositionMark.None(open.Held.Id);

    private Appraisal Judge(OwnerOverride open, PositionMark mark, MarketView view) => Appraiser.Appraise(
        open.Held, plans.PlanFor(open.Held), mark, facts.LegsOf(open.Held, view),
        PositionFacts.Of(open.Held, facts.AssessmentOf(open.Held, view), view, RulesOnly), view.Moment);
}
