using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>Closing a contract on the day on which it expires.</summary>
public sealed class LastSessionTests
{
    private const string Today = "GOOG151223C00750000";

    [Theory]
    [InlineData(SamplePositions.Symbol, 15, false)]
    [InlineData(Today, 15.1, null)]
    [InlineData(Today, 15, true)]
    [InlineData(Today, 0.5, true)]
    public void WhenItIsTooLateForAnOrder_ItEndsWithTheSessionAndDoesNotWaitForAnOpenItWillNotSee(string symbol, double secondsBeforeClose, bool? endsAtClose)
    {
        var step = CloseProtocol.Next(Closing(symbol), Facts(SampleSession.At(SampleSession.CloseAt.AddSeconds(-secondsBeforeClose)), 1.50m, 1.55m));

        var until = endsAtClose == true ? SampleSession.CloseAt.AddSeconds(2) : SampleSession.NextOpenAt.AddSeconds(60);
        Assert.Equal(endsAtClose is null ? null : until, (step as CloseStep.Wait)?.Until);
        Assert.Equal(endsAtClose is null, step is CloseStep.SubmitClosePosition);
        Assert.Equal(
            symbol == Today ? CloseEnd.Unfilled : null,
            (CloseProtocol.Next(Closing(symbol), Facts(SampleSession.Closed, 1.50m, 1.55m)) as CloseStep.Settle)?.End);
    }

    [Theory]
    [InlineData(0, 0.05, true)]
    [InlineData(0, 0.06, false)]
    [InlineData(0.01, 0.05, false)]
    [InlineData(0, 0, false)]
    public void WhenNobodyBidsForWhatIsOfferedAtATick_ItIsLeftToExpire(decimal bid, decimal ask, bool isLeft)
    {
        var closing = Closing(Today) with { };
        var unbid = closing with { Trigger = closing.Trigger with { Bid = 0m, Ask = ask } };
        Assert.Equal(isLeft, CloseProtocol.Next(unbid, Facts(SampleSession.Later(1), bid, ask)) is CloseStep.GiveUp);
        Assert.Equal(!isLeft, CloseProtocol.Next(unbid, Facts(SampleSession.Later(1), bid, ask)) is CloseStep.SubmitClosePosition);
        Assert.IsType<CloseStep.SubmitClosePosition>(CloseProtocol.Next(unbid, Facts(SampleSession.Later(1), bid, ask) with { OffersWorthless = true }));
    }

    [Fact]
    public void WhenItIsShort_NotOfTodayOrWithoutAQuote_ItGoesToTheMarket()
    {
        foreach (var closing in new[] { Closing(SamplePositions.Symbol), Closing(Today, PositionSide.Short) })
        {
            Assert.IsType<CloseStep.SubmitClosePosition>(CloseProtocol.Next(
                closing with { Trigger = closing.Trigger with { Bid = 0m, Ask = 0.05m } }, Facts(SampleSession.Later(1), 0m, 0.05m)));
        }

        var unquoted = Closing(Today) with { Trigger = Closing(Today).Trigger with { Bid = null, Ask = null } };
        Assert.IsType<CloseStep.LookAtQuotes>(CloseProtocol.Next(unquoted, new CloseFacts(SampleSession.Later(1), true)));
        Assert.IsType<CloseStep.SubmitClosePosition>(CloseProtocol.Next(unquoted, new CloseFacts(SampleSession.Later(1), true) { Quotes = CloseQuotes.Unread }));
    }

    private static PositionClosing Closing(string symbol, PositionSide side = PositionSide.Long) =>
        NewClosing() with { Structure = SamplePositions.Single(symbol, side: side) };

    private static CloseFacts Facts(MarketMoment moment, decimal bid, decimal ask) => new(moment, true)
    {
        Quotes = new(new Dictionary<string, Quote> { [Today] = new(bid, ask, moment.Now), [SamplePositions.Symbol] = new(bid, ask, moment.Now) }),
    };
}
