using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/closeall</c>: asks, on one card, for the second tap that closes every option position.</summary>
/// <remarks>Shares are never sold with it: they may be what covers a call, or meant for years. Each can be named with <c>/close</c>.</remarks>
public sealed class CloseAllCommand(DeskLedger documents, DeskCommits commits, MarketMoments moments, Tokens tokens)
{
    private const int Shown = 20;

    public async Task<CommandResult> RunAsync(CancellationToken cancellationToken)
    {
        var live = (await documents.PositionsAsync(cancellationToken).ConfigureAwait(false))
            .Select(static position => position.Value).Where(static position => position.Status.IsLive()).ToList();
        var closing = live.Where(Closes).ToList();
        var left = live.Except(closing).Where(static position => position.Status != PositionStatus.Closing).ToList();
        if (closing.Count == 0)
        {
            return new CommandResult("No option position is open that is not being closed already." + Left(left));
        }

        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        var token = tokens.Next();
        var text = $"🔴 <b>Close all {closing.Count} option position{(closing.Count == 1 ? "" : "s")}?</b>\n"
            + string.Join('\n', closing.Take(Shown).Select(position => Line(position, marks.GetValueOrDefault(position.Id))))
            + (closing.Count > Shown ? $"\n… and {closing.Count - Shown} more" : "") + Left(left)
            + (switches.AllowsAutomaticOrders ? "" : $"\n{Titles.Switches(switches)}; your own close passes.")
            + "\nAt the market, whatever the prices are then.";
        var asked = Question.OfSeveral(ApprovalKind.CloseAll, [.. closing.Select(static position => position.Id)], token, moment, text);
        return await commits.CommitAsync(asked, cancellationToken).ConfigureAwait(false) is null
            ? new CommandResult("Nothing changed: the ledger did not answer. Please try again.")
            : CommandResult.Told($"{closing.Count} positions: asked for a second tap on card {CardNumber.Of(token)}");
    }

    private static bool Closes(Position position) => position is
    {
        IsOption: true, Status: PositionStatus.Open or PositionStatus.AwaitingApproval, Management: Management.Managed or Management.Watched,
    };

    private static string Line(Position position, PositionMark? mark) =>
        $"• {Html.Escape(Titles.Of(position))}: {PositionResult.Of(position, mark?.Quote?.Bid, mark?.Quote?.Ask)}"
        + (position.Management == Management.Watched ? ", watched" : "");

    private static string Left(List<Position> left) => left.Count == 0
        ? ""
        : $"\nLeft as they are: {string.Join(", ", left.Take(Shown).Select(position => Html.Escape(Titles.Of(position))))}{(left.Count > Shown ? " …" : "")}"
            + " (stock, ignored or not managed yet; /close names one)";
}
