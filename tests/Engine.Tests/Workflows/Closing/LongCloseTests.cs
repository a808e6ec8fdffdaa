using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A closing that fails once a minute for hours stays small enough for its row, and closes when it can.</summary>
public sealed class LongCloseTests
{
    // One column of a table row holds 64 KiB at two bytes a character.
    private const int OneColumn = 32 * 1024;

    [Theory]
    [InlineData("refused")]
    [InlineData("rejected later")]
    public async Task WhenFourHundredAttemptsFail_TheDocumentFitsOneColumn(string how)
    {
        var desk = new DeskHarness();
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await desk.WriteAsync("/close GOOG");
        var closing = Assert.Single(await desk.ClosingsAsync()) with { Attempts = [], Orders = [] };
        for (var minute = 0; minute < 400; minute++)
        {
            var now = desk.Now.AddMinutes(minute);
            closing = CloseIntent.Of(closing, new CloseStep.SubmitClosePosition(Contracts.Goog, 2), now, "");
            SubmitOutcome outcome = how == "refused"
                ? new SubmitOutcome.Refused(403, 40310000, new string('x', 300))
                : new SubmitOutcome.Accepted(new Order(
                    Guid.Empty.ToString() + minute, Guid.Empty.ToString(), Contracts.Goog, OrderSide.Sell, 2, 0, null, OrderStatus.Rejected, "rejected", now, null));
            closing = CloseAnswer.Apply(closing, outcome, now);
        }

        Assert.InRange(LedgerJson.Write(closing).Length, 1000, OneColumn);
        var read = LedgerJson.Read<PositionClosing>("closing", LedgerJson.Write(closing));
        Assert.Equal((400, 400), (read.AttemptsMade, read.Failures));
    }

    [Fact]
    public async Task WhenFortyAttemptsAreRefused_ItGoesOnOnceAMinuteAndClosesAtLast()
    {
        var desk = new DeskHarness();
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Refuse(422, null, "paused"), 40)]);
        await desk.WriteAsync("/close GOOG");
        await desk.RunUntilQuietAsync(60);

        Assert.Equal(41, desk.Broker.Closes.Count);
        var closing = Assert.Single(await desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, 41), (closing.End, closing.AttemptsMade));
        Assert.InRange(closing.Attempts.Count, ClosingMemory.Attempts, ClosingMemory.Attempts + 1);
        Assert.Contains(desk.Desk.Written, card => card.Html.Contains("attempts 40", StringComparison.Ordinal));
    }
}
