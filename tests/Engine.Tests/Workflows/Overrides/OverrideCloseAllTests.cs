using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Overrides;

/// <summary><c>/closeall</c> is an answer about each position: where a rule asks, its approval; where none does, an own close.</summary>
public sealed class OverrideCloseAllTests
{
    private readonly OverrideBench _bench = new();

    private DeskHarness Desk => _bench.Desk;

    [Fact]
    public async Task WhenAllIsClosed_EachPositionHasItsOwnAnswer()
    {
        await CloseAllAsync();

        var answers = (await _bench.OpenAsync()).OrderBy(open => open.Kind).ToList();
        Assert.Equal([OverrideKind.Approval, OverrideKind.OwnClose], answers.Select(open => open.Kind));
        Assert.Equal([ExitReason.TakeProfit, null], answers.Select(open => open.Rule));
        Assert.Equal([Contracts.Goog, Contracts.Aapl], answers.Select(open => open.Held.Legs[0].Symbol));
        Assert.All(answers, open => Assert.Equal("Ada <3", open.AnsweredBy));
    }

    [Fact]
    public async Task WhenAllHasFilled_EachIsComparedWithItsOwnRules()
    {
        await CloseAllAsync();
        await Desk.RunUntilQuietAsync();
        await _bench.LookAsync();
        Assert.Equal(20m, Assert.Single(await _bench.ResultsAsync()).Won);

        // Alone, the profit rule closes the second at 3.00, where its owner got 2.50.
        Desk.Market.Quote(Contracts.Aapl, 3.00m, 3.02m);
        await _bench.LookAsync();

        Assert.Equal([(OverrideKind.Approval, 20m), (OverrideKind.OwnClose, -50m)], (await _bench.ResultsAsync()).OrderBy(result => result.Kind).Select(result => (result.Kind, result.Won!.Value)));
        Assert.Equal((2, 0, -30m), await _bench.TotalsAsync() is var totals ? (totals.Told, totals.Within, totals.Won) : default);
    }

    [Fact]
    public async Task WhenTheSecondTapComesTwice_NoAnswerIsCountedTwice()
    {
        await CloseAllAsync();
        await Desk.PressAsync(_button);
        await Desk.RunUntilQuietAsync();

        Assert.Equal(2, (await _bench.OpenAsync()).Count + (await _bench.ResultsAsync()).Count);
    }

    private string _button = "";

    // GOOG, two at 2.00, asks at 3.00 and fills at 3.10; AAPL, one at 2.00, asks nothing and fills at 2.50.
    private async Task CloseAllAsync()
    {
        Desk.Broker.Hold(Contracts.Aapl, 1, 2.00m);
        Desk.Market.Quote(Contracts.Aapl, 2.50m, 2.52m);
        await _bench.AskAsync("Close now");
        Desk.Broker.PriceFills(Contracts.Goog, 3.10m);
        Desk.Broker.PriceFills(Contracts.Aapl, 2.50m);
        await Desk.WriteAsync("/closeall");
        _button = Desk.Desk.Button("Close all");
        await Desk.PressAsync(_button);
    }
}
