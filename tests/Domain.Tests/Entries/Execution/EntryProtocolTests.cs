using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Entries.Execution.SampleEntries;

namespace ExitDesk.Domain.Tests.Entries.Execution;

/// <summary>From arrival to submission: judging, asking, waiting, sending.</summary>
public sealed class EntryProtocolTests
{
    private const double Expiry = 1_800;

    [Fact]
    public void WhenItArrives_ItIsJudgedBegunJudgedAgainAndSent()
    {
        Assert.IsType<EntryStep.Judge>(Received().Next(0));
        Assert.IsType<EntryStep.Begin>(Judged().Next(0, Allowed()));
        Assert.IsType<EntryStep.Judge>(Working().Next(1));
        Assert.Equal((Id, 2.50m, Offer), Working().Next(2, Allowed(2)) is EntryStep.Submit submit ? (submit.Ticket.ClientOrderId, submit.Ticket.LimitPrice, submit.Offer) : default);
    }

    [Theory]
    [InlineData(10, typeof(EntryStep.Submit))]
    [InlineData(10.1, typeof(EntryStep.Judge))]
    public void WhenAVerdictIsOld_ItIsJudgedAnew(double second, Type step) => Assert.IsType(step, Working().Next(second, Allowed()));

    [Fact]
    public void WhenAGateRefuses_ItEndsWithEveryReason()
    {
        var settle = Assert.IsType<EntryStep.Settle>(Working().Next(0, Refused()));

        Assert.Equal((EntryEnd.Refused, "no room; the rest could not be read, and nothing is opened on a guess", false), (settle.End, settle.Note, settle.IsAlarming));
        Assert.NotNull(settle.Verdict);
    }

    [Theory]
    [InlineData(100, 115)]
    [InlineData(1_790, 1_800)]
    public void WhenAGateCannotTell_ItAsksAgainUntilItExpires(double second, double until) =>
        Assert.Equal(Noon.AddSeconds(until), Assert.IsType<EntryStep.Wait>(Working().Next(second, Doubtful(second))).Until);

    [Theory]
    [InlineData(Expiry - 0.1, typeof(EntryStep.Submit))]
    [InlineData(Expiry, typeof(EntryStep.Settle))]
    public void WhenTheRecommendationExpires_NothingIsSent(double second, Type step)
    {
        var next = Working().Next(second, Allowed(second));

        Assert.IsType(step, next);
        Assert.True(next is not EntryStep.Settle settle || settle.End == EntryEnd.Lapsed);
    }

    [Fact]
    public void WhenEntriesAreSwitchedOff_NothingIsSent() =>
        Assert.Equal(EntryEnd.Refused, Assert.IsType<EntryStep.Settle>(Working().Next(0, Allowed(), isPermitted: false)).End);

    [Fact]
    public void WhenItComesBeforeTheWindow_ItIsJudgedOnceAndWaits()
    {
        var early = SampleSession.At(SampleSession.OpenAt.AddMinutes(5).AddSeconds(-1));

        Assert.IsType<EntryStep.Judge>(EntryProtocol.Next(Received(), new EntryObservations(true), early, Limits()));
        Assert.Equal(SampleSession.OpenAt.AddMinutes(5), Assert.IsType<EntryStep.Wait>(EntryProtocol.Next(Judged(), new EntryObservations(true), early, Limits())).Until);
        Assert.Equal(
            SampleSession.OpenAt.AddMinutes(5),
            Assert.IsType<EntryStep.Wait>(EntryProtocol.Next(Received(), new EntryObservations(true) { Verdict = Allowed() with { At = early.Now } }, early, Limits())).Until);
    }

    [Theory]
    [InlineData(300, typeof(EntryStep.Settle))]
    [InlineData(301, typeof(EntryStep.Wait))]
    public void WhenTheMarketIsClosed_OnlyWhatLivesToTheNextWindowWaits(int secondsAfterOpen, Type step)
    {
        var entry = Judged(SampleRecommendations.BuyCall with { ExpiresAt = SampleSession.NextOpenAt.AddSeconds(secondsAfterOpen) });

        Assert.IsType(step, EntryProtocol.Next(entry, new EntryObservations(true), SampleSession.Closed, Limits()));
    }

    [Fact]
    public void WhenThereIsNoSessionToday_ItWaitsForTheNext()
    {
        var entry = Judged(SampleRecommendations.BuyCall with { ExpiresAt = SampleSession.NextOpenAt.AddHours(2) });
        var holiday = new MarketMoment(Noon, false, SampleSession.NextOpenAt, null);

        Assert.Equal(
            SampleSession.NextOpenAt.AddMinutes(5),
            Assert.IsType<EntryStep.Wait>(EntryProtocol.Next(entry, new EntryObservations(true), holiday, Limits() with { Window = null })).Until);
    }

    [Theory]
    [InlineData(EntryApproval.Ask)]
    [InlineData(EntryApproval.AskThenLapse)]
    public void WhenItsOwnerIsToBeAsked_ItAsksWithItsOffer(EntryApproval approval)
    {
        var ask = Assert.IsType<EntryStep.Ask>(Judged().Next(5, Allowed(5), approval: approval));

        Assert.Equal((Offer, Noon.AddSeconds(605)), (ask.Offer, ask.LapsesAt));
    }

    [Fact]
    public void WhenTheRecommendationEndsBeforeTheCard_TheCardEndsWithIt() =>
        Assert.Equal(Noon.AddSeconds(Expiry), Assert.IsType<EntryStep.Ask>(Judged().Next(1_700, Allowed(1_700), approval: EntryApproval.Ask)).LapsesAt);

    [Theory]
    [InlineData(EntryApproval.Ask, 599, typeof(EntryStep.Wait))]
    [InlineData(EntryApproval.Ask, 600, typeof(EntryStep.Judge))]
    [InlineData(EntryApproval.AskThenLapse, 599, typeof(EntryStep.Wait))]
    [InlineData(EntryApproval.AskThenLapse, 600, typeof(EntryStep.Settle))]
    public void WhenNobodyAnswers_AskAsksAgainAndAskThenLapseLapses(EntryApproval approval, double second, Type step) =>
        Assert.IsType(step, Asked().Next(second, approval: approval));

    [Fact]
    public void WhenNobodyAnswersToTheEnd_NothingIsOpened() =>
        Assert.Equal(EntryEnd.Lapsed, Assert.IsType<EntryStep.Settle>(Asked(1_500).Next(Expiry, approval: EntryApproval.Ask)).End);

    [Theory]
    [InlineData(EntryStatus.Working, typeof(EntryStep.Submit))]
    [InlineData(EntryStatus.AwaitingApproval, typeof(EntryStep.Begin))]
    public void WhenItsOwnerSaidYes_ItIsJudgedOnceMoreAndGoes(EntryStatus status, Type step)
    {
        var approved = Asked() with { Status = status, ApprovedAt = Noon.AddSeconds(60), ApprovedPrice = 2.50m };

        Assert.IsType<EntryStep.Judge>(approved.Next(60, approval: EntryApproval.Ask));
        Assert.IsType(step, approved.Next(60, Allowed(60), approval: EntryApproval.Ask));
        Assert.Equal(EntryEnd.Refused, Assert.IsType<EntryStep.Settle>(approved.Next(60, Refused(60), approval: EntryApproval.Ask)).End);
    }

    [Fact]
    public void WhenTheBrokerLimitsTheRate_ItWaitsAsLongAsItSaysAndSendsTheSameId()
    {
        var limited = Sent(AttemptOutcome.RateLimited) is var sent ? sent with { Attempt = sent.Attempt! with { RetryAfter = Noon.AddSeconds(7) } } : null!;

        Assert.Equal(Noon.AddSeconds(7), Assert.IsType<EntryStep.Wait>(limited.Next(6.9, Allowed(6.9))).Until);
        Assert.Equal(Id, Assert.IsType<EntryStep.Submit>(limited.Next(7, Allowed(7))).Ticket.ClientOrderId);
    }

    [Fact]
    public void WhenItHasEnded_ItStaysSo() => Assert.Equal(
        new EntryStep.Settle(EntryEnd.Declined, "its owner said no"),
        (Judged() with { Status = EntryStatus.Ended, End = EntryEnd.Declined, Note = "its owner said no" }).Next(0, Allowed()));

    [Fact]
    public void WhenAnIdIsMade_ItTellsLedgerDayAndRecommendationAndIsNoClosings()
    {
        var id = EntryOrderIds.Of("abc123", SampleSession.Day, "desk:sig_1.x-2");

        Assert.Equal("xe-abc123-20151223-desk~sig_1.x-2", id);
        Assert.True(EntryOrderIds.IsOurs(id));
        Assert.False(EntryOrderIds.IsOurs(ClientOrderIds.Of("abc123", SampleSession.Day, "p:1", 1)));
        Assert.False(id.StartsWith(ClientOrderIds.Prefix, StringComparison.Ordinal));
        Assert.True(EntryOrderIds.Of("abc123", SampleSession.Day, new string('x', 64)).Length <= 128);
        Assert.Throws<ArgumentException>(() => EntryOrderIds.Of(new string('l', 60), SampleSession.Day, new string('x', 64)));
    }

    [Fact]
    public void WhenAVerticalIsSent_ItIsOneOrderThatTheBrokerTakes()
    {
        var ticket = Assert.IsType<EntryStep.Submit>(Working(SampleRecommendations.CreditVertical).Next(0, Allowed() with { Offer = Offer with { LimitPrice = -1.20m } })).Ticket;

        Assert.Equal(["BuyToOpen", "SellToOpen"], ticket.Legs.Select(leg => leg.Intent.ToString()));
        Assert.Null(TicketCheck.Problem(ticket));
    }
}
