using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

/// <summary>A take profit that asks about GOOG; sometimes one about AAPL too.</summary>
public sealed class AnswerCommandTests
{
    private readonly DeskHarness _desk = new();

    public AnswerCommandTests()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "ask"}}}""");
        _desk.Restart();
    }

    [Theory]
    [InlineData("GOOG")]
    [InlineData("goog")]
    [InlineData(Contracts.Goog)]
    [InlineData("")]
    [InlineData("#")]
    public async Task WhenApproved_ItClosesAsTheButtonWould(string name)
    {
        var card = await AskAsync(Contracts.Goog);
        await _desk.WriteAsync($"/approve {(name.Length <= 1 ? name + CardNumber.Of(card.Token) : name)}");
        await _desk.RunUntilQuietAsync();

        Assert.Equal(CloseAuthority.Owner, Assert.Single(await _desk.ClosingsAsync()).Trigger.Authority);
        var row = Assert.Single(await _desk.AuditAsync(), row => row.Action == "commanded");
        Assert.Equal("Ada <3 (4711)", row.Who);
        Assert.Contains($"card {CardNumber.Of(card.Token)} (CloseByRule, take profit), shown 3.00 / 3.02", row.Text, StringComparison.Ordinal);
        Assert.Equal(card.PositionId, row.Subject);
    }

    [Fact]
    public async Task WhenApprovedById_ItClosesToo()
    {
        var card = await AskAsync(Contracts.Goog);
        await _desk.WriteAsync($"/approve {card.PositionId}");
        Assert.Single(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenThePriceMovedBeyondTheWorst_TheCardIsQuotedAnewAndTheSecondCommandCloses()
    {
        await AskAsync(Contracts.Goog);
        _desk.Market.Quote(Contracts.Goog, 2.80m, 2.82m);
        await _desk.WriteAsync("/approve GOOG");
        Assert.Empty(_desk.Broker.Closes);
        Assert.Contains("Tap again to close at the new price", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/approve GOOG");
        Assert.Single(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenRejected_TheRuleIsSilentForTheSession()
    {
        await AskAsync(Contracts.Goog);
        await _desk.WriteAsync("/reject GOOG");
        var position = await _desk.PositionAsync(Contracts.Goog);
        Assert.Equal((PositionStatus.Open, new DateTimeOffset(2015, 12, 22, 21, 0, 0, TimeSpan.Zero)), (position.Status, Assert.Single(position.Silences).Until));
    }

    [Theory]
    [InlineData("45m", 45)]
    [InlineData("2h", 120)]
    [InlineData("", 30)]
    public async Task WhenSnoozed_TheRuleIsSilentForThatLong(string span, int minutes)
    {
        await AskAsync(Contracts.Goog);
        await _desk.WriteAsync($"/snooze GOOG {span}");
        Assert.Equal(_desk.Now.AddMinutes(minutes), Assert.Single((await _desk.PositionAsync(Contracts.Goog)).Silences).Until);
    }

    [Theory]
    [InlineData("/snooze GOOG soon", "soon is no time: write 30m or 2h")]
    [InlineData("/snooze GOOG 0m", "0m is no time")]
    [InlineData("/snooze GOOG 25h", "25h is no time")]
    [InlineData("/approve GOOG AAPL", "One at a time: /approve GOOG")]
    [InlineData("/approve MSFT", "No open question matches MSFT")]
    [InlineData("/approve <b>", "No open question matches &lt;b&gt;")]
    public async Task WhenTheWordsAreWrong_ItSaysWhatToDoAndNothingHappens(string command, string answer)
    {
        await AskAsync(Contracts.Goog);
        await _desk.WriteAsync(command);
        Assert.Contains(answer, _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(ApprovalStatus.Open, Assert.Single(await _desk.ApprovalsAsync()).Status);
    }

    [Fact]
    public async Task WhenSeveralMatch_TheChoicesAreListedAndNothingHappens()
    {
        await AskAsync(Contracts.Goog);
        await AskAsync("GOOG160115C00760000");
        await _desk.WriteAsync("/approve GOOG");
        Assert.Empty(_desk.Broker.Closes);
        Assert.Contains("2 open questions match GOOG", _desk.Desk.Last, StringComparison.Ordinal);
        foreach (var card in await _desk.ApprovalsAsync())
        {
            Assert.Contains($"#{CardNumber.Of(card.Token)}", _desk.Desk.Last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhenOnlyTheCardThatClosesAllIsOpen_OneOfItsNamesDoesNotApproveIt()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.HoldAsync("GOOG160115C00760000", 2, 2.00m);
        await _desk.WriteAsync("/closeall");
        await _desk.WriteAsync("/approve GOOG");
        Assert.Empty(_desk.Broker.Closes);
        await _desk.WriteAsync($"/approve {CardNumber.Of(Assert.Single(await _desk.ApprovalsAsync()).Token)}");
        Assert.Equal(2, _desk.Broker.Closes.Count);
    }

    [Fact]
    public async Task WhenNothingIsNamed_TheOpenCardsAreShownAgainBelowAndTheOnesAboveLoseTheirButtons()
    {
        var card = await AskAsync(Contracts.Goog);
        await _desk.WriteAsync("/approve");
        var buttons = _desk.Desk.Shown.Where(shown => shown.Buttons.Count > 0).ToList();
        Assert.Same(buttons[0], Assert.Single(buttons));
        Assert.Contains(_desk.Desk.Shown, shown => shown.Html.EndsWith("Continued below", StringComparison.Ordinal));
        await _desk.PressAsync($"close:{card.Token}");
        Assert.Single(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenTheSecondTapOfAHaltIsLost_ItCanBeTyped()
    {
        await _desk.WriteAsync("/halt");
        await _desk.WriteAsync($"/approve {CardNumber.Of(Assert.Single(await _desk.ApprovalsAsync()).Token)}");
        Assert.Equal(TradingState.Halted, (await _desk.Get<DeskLedger>().SwitchesAsync(default)).State);
    }

    [Fact]
    public async Task WhenAHaltIsRejected_NothingIsHalted()
    {
        await _desk.WriteAsync("/halt");
        var number = CardNumber.Of(Assert.Single(await _desk.ApprovalsAsync()).Token);
        await _desk.WriteAsync($"/snooze {number} 5m");
        Assert.Contains("cannot be put off", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync($"/reject {number}");
        Assert.Equal(TradingState.Active, (await _desk.Get<DeskLedger>().SwitchesAsync(default)).State);
        Assert.Equal(ApprovalStatus.Used, Assert.Single(await _desk.ApprovalsAsync()).Status);
    }

    [Fact]
    public async Task WhenAnotherSourceHasQuestions_TheyAreAnsweredAlike()
    {
        var said = new List<OwnerAnswer>();
        var question = new OpenQuestion("feed01", "Enter MSFT?", "entry-1", ["MSFT"], "card feed01", (answer, _, _) =>
        {
            said.Add(answer);
            return Task.FromResult("Entered.");
        }, null);
        var command = new Engine.Workflows.Operator.Commands.AnswerCommand(
            [new QuestionSource(_ => Task.FromResult<IReadOnlyList<OpenQuestion>>([question]))], _desk.Get<Engine.Workflows.DeskCommits>());
        var update = new OperatorUpdate(1, DeskHarness.Owner, "Ada", DeskHarness.Chat, "", null);
        Assert.StartsWith("Entered.", (await command.RunAsync(update, OwnerWord.Approve, "msft", default)).Html, StringComparison.Ordinal);
        await command.RunAsync(update, OwnerWord.Snooze, "feed 10m", default);
        Assert.Equal([new OwnerAnswer(OwnerWord.Approve), new OwnerAnswer(OwnerWord.Snooze, TimeSpan.FromMinutes(10))], said);
    }

    private async Task<ApprovalCard> AskAsync(string symbol)
    {
        var position = await _desk.HoldAsync(symbol, 2, 2.00m);
        _desk.Market.Quote(symbol, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        return (await _desk.ApprovalsAsync()).Single(card => card.PositionId == position.Id);
    }
}
