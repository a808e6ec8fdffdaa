using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A broker that does not answer closes: walks wait, urgent closes go one at a time, the owner hears of each change once.</summary>
public sealed class BreakerTests
{
    private static readonly string[] Symbols = [.. Enumerable.Range(0, 8).Select(i => $"GOOG160115C00{700 + 10 * i}000")];

    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public async Task WhenClosesGetNoAnswer_TheSixthOpensItOnce(int lost, int alerts)
    {
        await FailAsync(lost);

        Assert.Equal(alerts, Told("Closes fail at the broker"));
        var problems = (await _desk.Get<HealthCheck>().ReadAsync(default)).Problems;
        Assert.Equal(alerts, problems.Count(problem => problem.StartsWith("closes: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhileOpen_AWalkWaitsForTheTrialAndTheHistorySaysSoOnce()
    {
        await FailAsync(6);
        var openedAt = _desk.Now;
        await BeginAsync(Symbols[6], Urgency.Normal);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(59));

        Assert.Empty(_desk.Broker.Tickets);
        var held = (await _desk.ClosingsAsync()).Single(closing => closing.Symbol == Symbols[6]);
        Assert.Equal((openedAt, openedAt + CircuitBreaker.Rest), (held.HeldBackSince, held.NextAt));
        Assert.Single(await _desk.AuditAsync(), row => row.Action == "close-held");

        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Fill(), 20)]);
        await _desk.RunUntilQuietAsync();
        Assert.NotEmpty(_desk.Broker.Tickets);
        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Equal(CloseEnd.Closed, closing.End));
        Assert.Equal(1, Told("The broker takes closes again"));
        Assert.DoesNotContain((await _desk.Get<HealthCheck>().ReadAsync(default)).Problems, problem => problem.StartsWith("closes: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhileOpen_AnUrgentCloseGoesOn()
    {
        await FailAsync(6);
        _desk.Broker.Next(new CloseScript.Fill());
        await BeginAsync(Symbols[6], Urgency.Immediate);
        await _desk.DrainAsync();

        Assert.Equal(7, _desk.Broker.Closes.Count);
        Assert.Equal(0, Told("The broker takes closes again"));
    }

    [Fact]
    public async Task WhileOpen_NoTwoUrgentClosesAreOnTheirWay()
    {
        await FailAsync(6);
        await BeginAsync(Symbols[6], Urgency.Immediate);
        await BeginAsync(Symbols[7], Urgency.Immediate);
        var others = new List<int>();
        _desk.Broker.BeforeClose = async () =>
        {
            _desk.Broker.BeforeClose = null;
            var before = _desk.Broker.Closes.Count;
            await _desk.DrainAsync();
            others.Add(_desk.Broker.Closes.Count - before);
        };
        await _desk.DrainAsync();

        Assert.Equal([0], others);
        Assert.Equal(7, _desk.Broker.Closes.Count);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Fill(), 20)]);
        await _desk.RunUntilQuietAsync();
        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Equal(CloseEnd.Closed, closing.End));
    }

    [Fact]
    public async Task WhenTheTrialGetsNoAnswer_ItIsSaidAndTheNextTrialIsAMinuteLater()
    {
        await FailAsync(6);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.LoseRequest(), 30)]);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(90));

        Assert.Equal((1, 1), (Told("Closes fail at the broker"), Told("Closes still fail at the broker")));
    }

    [Fact]
    public async Task WhenThePositionsAreGone_RefusalsDoNotOpenIt()
    {
        foreach (var symbol in Symbols)
        {
            await _desk.HoldAsync(symbol, 1, 2.00m);
        }

        foreach (var symbol in Symbols)
        {
            await BeginAsync(symbol, Urgency.Immediate);
            _desk.Broker.CloseElsewhere(symbol, 1);
        }

        await _desk.AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(8, _desk.Broker.Closes.Count);
        Assert.Equal(0, Told("Closes fail at the broker"));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public async Task WhenOrdersAreRejectedAfterTheyWereTaken_TheSixthOpensIt(int rejections, int alerts)
    {
        await FailAsync(0);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.RejectLater(), rejections)]);
        foreach (var symbol in Symbols.Take(3))
        {
            await BeginAsync(symbol, Urgency.Immediate);
        }

        await _desk.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(alerts, Told("Closes fail at the broker"));
    }

    [Fact]
    public async Task WhenEveryOrderIsRejectedAfterItWasTaken_TheOwnerHearsOnceOfEachRealChange()
    {
        await FailAsync(0);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.RejectLater(), 200)]);
        foreach (var symbol in Symbols)
        {
            await BeginAsync(symbol, Urgency.Immediate);
        }

        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal((1, 0, 0), (Told("Closes fail at the broker"), Told("Closes still fail at the broker"), Told("The broker takes closes again")));
        Assert.NotNull(_desk.Get<CloseBreaker>().OpenedAt);

        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Fill(), 20)]);
        await _desk.RunUntilQuietAsync(60);
        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Equal(CloseEnd.Closed, closing.End));
        Assert.Equal((1, 1), (Told("Closes fail at the broker"), Told("The broker takes closes again")));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public async Task WhenRefusalsAreNotExplained_TheSixthOpensIt(int refusals, int alerts)
    {
        await FailAsync(0);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Refuse(403, 40310000, "no"), refusals)]);
        foreach (var symbol in Symbols.Take(3))
        {
            await BeginAsync(symbol, Urgency.Immediate);
        }

        await _desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(alerts, Told("Closes fail at the broker"));
    }

    [Fact]
    public async Task WhenOneContractAloneIsRefused_ItsPausesKeepTheBreakerClosed()
    {
        await FailAsync(0);
        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.Refuse(422, null, "halted"), 15)]);
        await BeginAsync(Symbols[0], Urgency.Immediate);
        await _desk.RunUntilQuietAsync(20);

        Assert.Equal(16, _desk.Broker.Closes.Count);
        Assert.Equal(0, Told("Closes fail at the broker"));
    }

    // Holds eight positions; so many closes get no answer, and the market closes none of them.
    private async Task FailAsync(int lost)
    {
        foreach (var symbol in Symbols)
        {
            await _desk.HoldAsync(symbol, 1, 2.00m);
            _desk.Market.Quote(symbol, 1.48m, 1.50m);
        }

        _desk.Broker.Next([.. Enumerable.Repeat(new CloseScript.LoseRequest(), lost)]);
        foreach (var symbol in Symbols.Take(lost))
        {
            await BeginAsync(symbol, Urgency.Immediate);
        }

        await _desk.DrainAsync();
    }

    private async Task BeginAsync(string symbol, Urgency urgency)
    {
        var position = (await _desk.Get<DeskLedger>().PositionsAsync(default)).Single(stored => stored.Value.MainLeg.Symbol == symbol);
        var moment = (await _desk.Get<MarketMoments>().ReadAsync(default)).Value!;
        var trigger = new CloseTrigger(ExitReason.OwnerRequest, urgency, CloseAuthority.Owner, "Ada", _desk.Now, 1.48m, 1.50m, 1.48m, null, null);
        Assert.NotNull(await _desk.Get<DeskCommits>().CommitAsync(CloseStart.Batch(position, trigger, null, moment), default));
    }

    private int Told(string title) => _desk.Desk.Shown.Count(card => card.Html.Contains($"<b>{title}</b>", StringComparison.Ordinal));
}
