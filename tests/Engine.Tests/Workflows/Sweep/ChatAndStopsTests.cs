using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>The chat may be busy, blocked or silent: closes do not wait for it, and nothing it can still take is lost.</summary>
public sealed class ChatAndStopsTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheChatIsBusy_TheCloseGoesOnAndTheReceiptArrivesLater()
    {
        _desk.Desk.Instead = new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(30));
        await StopOutAsync();
        Assert.Single(_desk.Broker.Closes);
        Assert.Empty(_desk.Desk.Written);

        _desk.Desk.Instead = null;
        await _desk.RunUntilQuietAsync();
        Assert.Contains("closed", _desk.Desk.Shown[0].Html, StringComparison.Ordinal);
        Assert.Contains("found", _desk.Desk.Shown[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheBotIsBlocked_TheCloseGoesOn()
    {
        _desk.Desk.Instead = new DeliveryOutcome.Refused("bot was blocked by the user");
        await StopOutAsync();
        await _desk.RunUntilQuietAsync();
        Assert.Single(await _desk.TradesAsync());
    }

    [Fact]
    public async Task WhenTheChatHangs_TheSweepEndsAfterItsPatience()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.10m, 3.12m);
        var hangs = new TaskCompletionSource();
        _desk.Desk.Before = token =>
        {
            hangs.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, _desk.Time, token);
        };
        var sweep = _desk.SweepAsync();
        await hangs.Task;
        Assert.Single(_desk.Queue.Sent, message => message.Queue == "close-requests");
        _desk.Time.Advance(NoticeDelivery.Patience);
        await sweep.WaitAsync(TimeSpan.FromSeconds(20));

        _desk.Desk.Before = null;
        await _desk.RunUntilQuietAsync();
        Assert.Contains("closed", _desk.Desk.Shown[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheChatHangsWhileAnOrderMustBeCancelled_TheCancelIsOutBefore()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Rest(Contracts.Goog, Domain.Orders.OrderSide.Sell, 2);
        var cancelledBefore = false;
        _desk.Desk.Before = _ =>
        {
            cancelledBefore |= _desk.Desk.Written.Any(card => card.Html.Contains("closing", StringComparison.Ordinal)) && _desk.Broker.Cancels.Count == 1;
            return Task.CompletedTask;
        };
        await _desk.WriteAsync("/close GOOG");
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("resting order is cancelled", string.Join('\n', _desk.Desk.Written.Select(card => card.Html)), StringComparison.Ordinal);
        Assert.True(cancelledBefore, "the owner was told before the broker");
    }

    private async Task StopOutAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
    }
}
