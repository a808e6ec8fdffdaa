using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Pricing;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Pricing;

public sealed class WhatIfTests
{
    private static readonly OptionContract Call = new("GOOG", SampleSession.Day.AddDays(1), OptionRight.Call, 750m);
    private static readonly OptionContract Put = Call with { Right = OptionRight.Put };

    private static WhatIfLeg Leg(OptionContract contract, decimal? bid, decimal? ask, decimal? feedVolatility = null) =>
        new(contract, new Quote(bid, ask, SampleSession.Noon), feedVolatility);

    private static WhatIf At(decimal move, decimal? underlying = 748m, double minutes = 0) =>
        new(underlying, move, SampleSession.Later(0), SampleSession.Noon.AddMinutes(minutes));

    [Theory]
    [InlineData(2.90, 3.00)]
    [InlineData(2.99, 3.40)]
    [InlineData(0, 0.30)]
    public void WhenNothingMoves_TodaysQuoteComesBack(double bid, double ask)
    {
        var repriced = At(0).Reprice(Leg(Call, (decimal)bid, (decimal)ask));

        Assert.Null(repriced.Gap);
        Assert.Equal(new Quote((decimal)bid, (decimal)ask, SampleSession.Noon), repriced.Quote);
    }

    [Fact]
    public void WhenTheUnderlyingMoves_TheValueIsOfTheHeldVolatilityAndTheSpreadIsKept()
    {
        var years = (240 + 390) / 98_280.0;
        var mid = decimal.Round(BlackScholes.Price(OptionRight.Call, 748m, 750m, years, 0.25m), 2);

        var scenario = At(0.01m);
        var repriced = scenario.Reprice(Leg(Call, mid - 0.05m, mid + 0.05m));

        Assert.Equal(755.48m, scenario.Underlying);
        Assert.Equal(0.25, (double)repriced.Volatility!.Value, 1e-3);
        Assert.Equal(decimal.Round(BlackScholes.Price(OptionRight.Call, 755.48m, 750m, years, repriced.Volatility.Value), 4), repriced.Value);
        Assert.Equal(new Quote(repriced.Value - 0.05m, repriced.Value + 0.05m, SampleSession.Noon), repriced.Quote);
    }

    [Fact]
    public void WhenTimePasses_ALongOptionLosesAndTheQuoteIsOfThatTime()
    {
        var later = At(0, minutes: 180).Reprice(Leg(Call, 2.90m, 3.00m));

        Assert.True(later.Value < 2.95m);
        Assert.Equal(SampleSession.Noon.AddMinutes(180), later.Quote!.At);
    }

    [Fact]
    public void WhenTheInstantIsPast_NowIsMeant() =>
        Assert.Equal(At(0).Reprice(Leg(Call, 2.90m, 3.00m)), At(0, minutes: -30).Reprice(Leg(Call, 2.90m, 3.00m)));

    [Fact]
    public void WhenTheMoveIsFar_ThePutIsItsIntrinsicAndTheCallHasNoBidBelowZero()
    {
        var legs = At(-1).Reprice([Leg(Call, 2.90m, 3.00m), Leg(Put, 4.90m, 5.00m)]);

        Assert.Equal((0m, 0m, 0.05m), (legs[0].Value, legs[0].Quote!.Bid, legs[0].Quote!.Ask));
        Assert.Equal(750m, legs[1].Value);
    }

    [Fact]
    public void WhenTheMidExplainsNoVolatility_TheFeedsIsHeld()
    {
        var repriced = At(0, underlying: 760m).Reprice(Leg(Call, 9.80m, 10.00m, feedVolatility: 0.30m));

        Assert.Equal(0.30m, repriced.Volatility);
        Assert.True(repriced.Value > 10m);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public void WhenThereIsNoVolatility_TheLegSaysSo(double? feedVolatility)
    {
        var repriced = At(0.01m, underlying: 760m).Reprice(Leg(Call, 9.80m, 10.00m, (decimal?)feedVolatility));

        Assert.Equal(RepricedLeg.Missing(Call, RepricingGap.NoVolatility), repriced);
    }

    [Fact]
    public void WhenAFactLacks_TheLegSaysWhich()
    {
        var adjusted = Call with { Root = "GOOG1" };

        Assert.Equal(RepricingGap.NoUnderlying, At(0, underlying: null).Reprice(Leg(Call, 2.90m, 3.00m)).Gap);
        Assert.Equal(RepricingGap.ImpossibleMove, At(-1.01m).Reprice(Leg(Call, 2.90m, 3.00m)).Gap);
        Assert.Equal(RepricingGap.Adjusted, At(0).Reprice(Leg(adjusted, 2.90m, 3.00m)).Gap);
        Assert.Equal(RepricingGap.NoQuote, At(0).Reprice(Leg(Call, null, 3.00m)).Gap);
        Assert.Equal(RepricingGap.NoQuote, At(0).Reprice(new WhatIfLeg(Call, null)).Gap);
    }
}
