using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Says before a switch what it would set in motion, by what the last sweep found.</summary>
public sealed class SwitchPreview(DeskLedger documents, ExitPlanBook plans)
{
    private const int Shown = 20;

    /// <summary>Managed positions of which a rule is past its threshold, those that act apart from those that ask.</summary>
    /// <param name="asksOnce">True if each of them asks once before it acts.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<string> PastAsync(bool asksOnce, CancellationToken cancellationToken)
    {
        var past = (await ManagedAsync(cancellationToken).ConfigureAwait(false))
            .Where(seen => seen.Mark.Evaluations is [.., { Kind: DecisionKind.Close }])
            .ToLookup(seen => asksOnce ? Approval.Ask : plans.PlanFor(seen.Position).ApprovalOf(Last(seen.Mark).Reason!.Value), Past);
        var (act, askThenAct, ask) = (past[Approval.Act].ToList(), past[Approval.AskThenAct].ToList(), past[Approval.Ask].ToList());
        return past.Count == 0
            ? "No rule is past its threshold now."
            : Listed("Would close at once:", act, Shown)
                + Listed("Would ask you, and act unless answered:", askThenAct, Shown - act.Count)
                + Listed(
                    asksOnce ? "Past their threshold now, so each asks you once, until that session closes, and afterwards does as its plan says:" : "Would ask you:",
                    ask,
                    Shown - act.Count - askThenAct.Count);
    }

    /// <summary>Every managed position with what closing it would bring, and the sum.</summary>
    public async Task<string> EverythingAsync(CancellationToken cancellationToken)
    {
        var all = await ManagedAsync(cancellationToken).ConfigureAwait(false);
        if (all.Count == 0)
        {
            return "No managed position is open.";
        }

        var results = all.Select(seen => PositionResult.Dollars(seen.Position, seen.Mark.Quote?.Bid, seen.Mark.Quote?.Ask)).ToList();
        var unknown = results.Count(static result => result is null);
        return Listed($"Closes {all.Count} managed position{(all.Count == 1 ? "" : "s")}:", [.. all.Select(Everything)], Shown)
            + $"Estimated result {Figures.Signed(results.Sum() ?? 0)}{(unknown > 0 ? $", {unknown} unknown" : "")}, at the last quotes";
    }

    private async Task<List<(Position Position, PositionMark Mark)>> ManagedAsync(CancellationToken cancellationToken)
    {
        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        return [.. (await documents.PositionsAsync(cancellationToken).ConfigureAwait(false))
            .Select(position => position.Value)
            .Where(position => position is { Status: PositionStatus.Open or PositionStatus.AwaitingApproval, Management: Management.Managed })
            .Select(position => (position, marks.GetValueOrDefault(position.Id) ?? PositionMark.None(position.Id)))];
    }

    private static Evaluation Last(PositionMark mark) => mark.Evaluations[^1];

    private static string Past((Position Position, PositionMark Mark) seen) =>
        $"• {Html.Escape(Titles.Of(seen.Position))}: {RuleText.Fired(Last(seen.Mark).Reason!.Value, Last(seen.Mark).Value, Last(seen.Mark).Threshold)}";

    private static string Everything((Position Position, PositionMark Mark) seen) =>
        $"• {Html.Escape(Titles.Of(seen.Position))}: {PositionResult.Of(seen.Position, seen.Mark.Quote?.Bid, seen.Mark.Quote?.Ask)}"
        + (seen.Mark.Quote is { } quote ? $" at {NewYork.Clock(quote.At)}" : "");

    // All lists together are one message, and no longer than one may be.
    private static string Listed(string title, List<string> lines, int most)
    {
        var shown = Math.Clamp(most, 0, lines.Count);
        var rest = lines.Count - shown;
        return lines.Count == 0 ? ""
            : $"{title}\n" + string.Concat(lines.Take(shown).Select(line => line + "\n")) + (rest > 0 ? $"… {(shown > 0 ? "and " : "")}{rest} {(shown > 0 ? "more" : "in all")}\n" : "");
    }
}
