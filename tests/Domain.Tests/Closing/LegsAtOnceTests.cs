using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

/// <summary>The protocol of several legs at once. Every leg is quoted 1.00 / 1.10 unless a test says otherwise.</summary>
public sealed class LegsAtOnceTests
{
    public static TheoryData<string, decimal> Structures => new()
    {
        { "put credit", 0.20m }, // buys at 1.10, sells at 1.00, and the limit
        { "call debit", 0.20m },
        { "condor", 0.30m },
        { "short strangle", 2.30m },
        { "long strangle", -1.90m },
    };

    private static Structure Of(string name) => name switch
    {
        "put credit" => SampleStructures.PutCredit(),
        "call debit" => SampleStructures.CallDebit(),
        "condor" => SampleStructures.Condor(),
        "short strangle" => SampleStructures.ShortStrangle(),
        _ => SampleStructures.LongStrangle(),
    };

    private static PositionClosing Closing(Structure structure, params CloseAttempt[] attempts) => new(
        "p", 1, structure, NewClosing().Trigger with { Reason = ExitReason.OwnerRequest, Price = null })
    {
        Attempts = attempts,
    };

    private static CloseLook Held(Structure structure, double second, string? without = null) => new(
        Noon.AddSeconds(second),
        structure.ClosingLegs.Where(leg => leg.Symbol != without).ToDictionary(leg => leg.Symbol, leg => leg.Ratio * structure.Units),
        []);

    private static CloseQuotes Quotes(Structure structure, string? worthless = null) => new(
        structure.ClosingLegs.ToDictionary(leg => leg.Symbol, leg => leg.Symbol == worthless ? new Quote(0m, 0.05m, Noon) : new Quote(1.00m, 1.10m, Noon)));

    private static CloseStep Next(PositionClosing closing, CloseLook look, CloseQuotes quotes) => CloseProtocol.Next(
        CloseObservation.Observe(closing, look), new CloseFacts(SampleSession.At(look.At), true) { Look = look, Quotes = quotes });

    private static CloseAttempt Refused(int number) => Attempt(AttemptOutcome.Refused, number: number) with { Method = CloseMethod.MultiLeg, LimitPrice = 1m, ClientOrderId = $"xd-{number}" };

    [Theory]
    [MemberData(nameof(Structures))]
    public void WhenLegsAreHeldInRatio_OneOrderClosesThem(string name, decimal price)
    {
        var structure = Of(name);

        var step = Assert.IsType<CloseStep.SubmitMultiLeg>(Next(Closing(structure), Held(structure, 0), Quotes(structure)));

        Assert.Equal((price, 2m, structure.Legs.Count), (step.Price, step.Units, step.Legs.Count));
        Assert.All(step.Legs, leg => Assert.True(leg.Intent.IsClosing()));
        Assert.All(step.Legs, leg => Assert.Equal(structure.Legs.Single(own => own.Symbol == leg.Symbol).IsLong, leg.Side == OrderSide.Sell));
    }

    [Theory]
    [MemberData(nameof(Structures))]
    public void WhenItWasRefusedTwice_ShortLegsGoFirst(string name, decimal price)
    {
        var structure = Of(name);

        Assert.IsType<CloseStep.SubmitMultiLeg>(Next(Closing(structure, Refused(1)), Held(structure, 60), Quotes(structure)));
        var step = Assert.IsType<CloseStep.SubmitClosePosition>(Next(Closing(structure, Refused(1), Refused(2)), Held(structure, 60), Quotes(structure)));

        var first = structure.Legs.Single(leg => leg.Symbol == step.Symbol);
        Assert.Equal((2m, price < 0), (step.Quantity, first.IsLong));
    }

    [Fact]
    public void WhenTheShortLegIsGoneElsewhere_TheLongOneIsNotSold()
    {
        var structure = SampleStructures.PutCredit();
        var closing = CloseObservation.Observe(Closing(structure, Refused(1), Refused(2)), Held(structure, 60, SampleStructures.HighPut));

        Assert.IsType<CloseStep.Wait>(Next(closing, Held(structure, 61, SampleStructures.HighPut), Quotes(structure)));
        Assert.Equal(CloseEnd.Unfilled, Assert.IsType<CloseStep.Settle>(Next(closing, Held(structure, 70, SampleStructures.HighPut), Quotes(structure))).End);
    }

    [Fact]
    public void WhenOurFillsClosedTheShortLeg_TheLongOneFollows()
    {
        var structure = SampleStructures.PutCredit();
        var closing = Closing(structure, Refused(1), Refused(2)) with
        {
            Orders = [Order(OrderStatus.Filled, 2, 2, side: OrderSide.Buy, symbol: SampleStructures.HighPut)],
        };

        Assert.Equal(
            new CloseStep.SubmitClosePosition(SampleStructures.LowPut, 2),
            Next(closing, Held(structure, 60, SampleStructures.HighPut), Quotes(structure)));
    }

    [Fact]
    public void WhenTheLongLegIsWorthless_OnlyTheShortOneIsBoughtBack()
    {
        var structure = SampleStructures.PutCredit();

        var step = Assert.IsType<CloseStep.SubmitLimit>(Next(Closing(structure), Held(structure, 0), Quotes(structure, SampleStructures.LowPut)));

        Assert.Equal((SampleStructures.HighPut, 2m, 1.20m), (step.Leg.Symbol, step.Quantity, step.Price));
        Assert.Equal([SampleStructures.LowPut], step.LeftOut);
    }

    [Fact]
    public void WhenUnitsFilledInPart_TheRestIsClosedAsOne()
    {
        var structure = SampleStructures.Condor();
        var order = Order(OrderStatus.Canceled, 1, 2, symbol: "") with
        {
            Legs = [.. structure.Legs.Select(leg => new LegReport("ours-" + leg.Symbol, leg.Symbol, leg.ClosingSide(), null, 2, 0, null))],
        };
        var closing = Closing(structure) with { Orders = [order], CancelRequests = [new CancelRequest("ours", Noon)] };
        var look = Held(structure with { Units = 1 }, 10);

        Assert.Equal(1m, closing.FilledQuantity);
        Assert.Equal(1m, Assert.IsType<CloseStep.SubmitMultiLeg>(Next(closing, look, Quotes(structure))).Units);
        Assert.Equal(5, closing.OrderIds.Count());
    }

    [Fact]
    public void WhenAnOwnersOrderHoldsALeg_ItIsCancelledFirst()
    {
        var structure = SampleStructures.PutCredit();
        var resting = Order(OrderStatus.New, quantity: 1, id: "owners", side: OrderSide.Sell, symbol: SampleStructures.LowPut);

        Assert.Equal(new CloseStep.Cancel(resting), Next(Closing(structure), Held(structure, 0) with { Orders = [resting] }, Quotes(structure)));
    }

    [Theory]
    [InlineData(0, CloseEnd.Unfilled)] // nobody looked at what was left out: it may still be held
    [InlineData(1, CloseEnd.Closed)]
    public void WhenAllButWhatWasLeftOutIsGone_OnlyOurOwnFillsEndTheWhole(decimal filled, CloseEnd end)
    {
        var structure = SampleStructures.LongStrangle();
        var closing = Closing(structure) with { LeftOut = [SampleStructures.LowCall] };
        closing = filled > 0 ? closing.With(Order(OrderStatus.Canceled, filled, symbol: SampleStructures.HighPut)) : closing;
        var once = CloseObservation.Observe(closing, Held(structure, 0, SampleStructures.HighPut));

        var step = Next(once, Held(structure, 10, SampleStructures.HighPut), Quotes(structure));

        Assert.Equal(end, Assert.IsType<CloseStep.Settle>(step).End);
    }
}
