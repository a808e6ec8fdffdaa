using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Workflows.Entries;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Entries;

public sealed class EntryAnswerTests
{
    private static readonly DateTimeOffset Noon = new(2015, 12, 22, 17, 0, 0, TimeSpan.Zero);
    private static readonly OrderLeg Leg = OrderLeg.Of(EntryBench.Goog, PositionIntent.BuyToOpen);

    private static readonly PositionEntry Sent = new(new Recommendation("rec-1", EntryAction.BuyCall, [Leg], 1, Noon.AddHours(1)), Noon)
    {
        Status = EntryStatus.Working,
        Attempt = new EntryAttempt(new OrderTicket("xe-1", [Leg], 1, 1.50m), Noon, AttemptOutcome.Pending),
    };

    [Theory]
    [InlineData(false, AttemptOutcome.Refused, false)]
    [InlineData(true, AttemptOutcome.Unknown, true)]
    public void WhenTheBrokerRefuses_ItIsFinalUnlessAnEarlierCallMayHaveBeenHeard(bool isAfterUnheard, AttemptOutcome outcome, bool isSaidToExist)
    {
        var entry = Sent with { Attempt = Sent.Attempt! with { IsAfterUnheard = isAfterUnheard, EmptyLooks = [Noon] } };

        var attempt = EntryAnswer.Apply(entry, new SubmitOutcome.Refused(403, 40310000, "insufficient options buying power"), Noon).Attempt!;

        Assert.Equal((outcome, isSaidToExist, isAfterUnheard ? 0 : 1), (attempt.Outcome, attempt.IsSaidToExist, attempt.EmptyLooks.Count));
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(42, 42)]
    public void WhenCallsAreLimited_ItWaitsAsLongAsIsSaid(int? said, int seconds)
    {
        var attempt = EntryAnswer.Apply(Sent, new SubmitOutcome.RateLimited(said is { } span ? TimeSpan.FromSeconds(span) : null), Noon).Attempt!;

        Assert.Equal((AttemptOutcome.RateLimited, Noon.AddSeconds(seconds)), (attempt.Outcome, attempt.RetryAfter));
    }

    [Fact]
    public void WhenNobodyKnows_TheIntentStaysAnOpenQuestion() =>
        Assert.Equal((AttemptOutcome.Unknown, true), (EntryAnswer.Apply(Sent, new SubmitOutcome.Unknown("504"), Noon).Attempt!.Outcome, EntryAnswer.Apply(Sent, new SubmitOutcome.Unknown("504"), Noon).HasLiveOrder));
}
