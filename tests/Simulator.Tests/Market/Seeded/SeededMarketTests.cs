using System.Globalization;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Seeded;

public sealed class SeededMarketTests
{
    private static readonly DateTimeOffset Open = NewYork.ToUtc(SampleMarket.Date, new TimeOnly(9, 30));

    [Fact]
    public void WhenQuestionsComeInAnyOrder_TheAnswersAreTheSame()
    {
        var questions = Questions(SampleMarket.Create()).ToArray();
        var forward = SampleMarket.Create();
        var expected = questions.Select(question => Answer(forward, question)).ToArray();

        var shuffled = SampleMarket.Create();
        var order = Enumerable.Range(0, questions.Length).ToArray();
        new Random(1).Shuffle(order);
        foreach (var question in order)
        {
            Assert.Equal(expected[question], Answer(shuffled, questions[question]));
        }
    }

    [Fact]
    public void WhenManyAskAtOnce_TheAnswersAreTheSame()
    {
        var questions = Questions(SampleMarket.Create()).ToArray();
        var forward = SampleMarket.Create();
        var expected = questions.Select(question => Answer(forward, question)).ToArray();
        var shared = SampleMarket.Create();
        var actual = new string[questions.Length];

        Parallel.For(0, questions.Length, question => actual[question] = Answer(shared, questions[question]));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void WhenTheSeedIsAnother_SoAreTheQuotes()
    {
        var other = new SeededMarket(SampleMarket.Spec with { Seed = 8 });
        var at = Open.AddHours(3);

        Assert.NotEqual(SampleMarket.Create().StockQuote("SPY", at), other.StockQuote("SPY", at));
    }

    [Fact]
    public void WhenAnotherUnderlyingIsAdded_TheOthersStay()
    {
        var fewer = new SeededMarket(SampleMarket.Spec with { Underlyings = [SampleMarket.Spec.Underlyings[1]] });
        var at = Open.AddHours(3);

        Assert.Equal(SampleMarket.Create().StockQuote("ACME", at), fewer.StockQuote("ACME", at));
        Assert.Equal(SampleMarket.Create().OptionQuote("ACME261218P00048000", at), fewer.OptionQuote("ACME261218P00048000", at));
    }

    [Theory]
    [InlineData(7, 11, 48)]
    [InlineData(7, 15, 49)]
    [InlineData(99, 11, 48)]
    [InlineData(99, 15, 49)]
    public void WhenAPriceIsScripted_ThePathPassesThroughItWhateverTheSeed(int seed, int hour, double price)
    {
        var market = new SeededMarket(SampleMarket.Spec with { Seed = seed });
        var quote = market.StockQuote("ACME", NewYork.ToUtc(SampleMarket.Date, new TimeOnly(hour, 0)))!;

        Assert.InRange((decimal)price, quote.Bid!.Value, quote.Ask!.Value);
    }

    [Fact]
    public void WhenManySeedsAreTried_TheDaysMovesHaveTheVolatilityAskedFor()
    {
        var moves = Enumerable.Range(0, 100).Select(seed =>
        {
            var market = new SeededMarket(SampleMarket.Spec with { Seed = seed, Underlyings = [SampleMarket.Spec.Underlyings[0]] });
            return Math.Log(Mid(market, "SPY", market.Days[0].Close) / Mid(market, "SPY", market.Days[0].Open));
        }).ToArray();
        var deviation = Math.Sqrt(moves.Average(move => move * move)) * Math.Sqrt(252);

        Assert.InRange(deviation, 0.16 * 0.8, 0.16 * 1.2); // the standard error of 100 samples is 7 %
        Assert.InRange(moves.Average(), -0.003, 0.003); // three standard errors
    }

    [Fact]
    public void WhenANightPasses_TheNextSessionOpensNearThisClose()
    {
        // Half a session's standard deviation: at 16 % a year 0.5 %, and five times that once in a lifetime.
        var nights = Enumerable.Range(1, 40).Select(seed => new SeededMarket(SampleMarket.Spec with { Seed = seed }))
            .Select(market => Math.Log(Mid(market, "SPY", market.Days[1].Open) / Mid(market, "SPY", market.Days[0].Close)))
            .ToList();

        Assert.All(nights, night => Assert.InRange(Math.Abs(night), 0, 0.025));
        Assert.InRange(Math.Sqrt(nights.Average(night => night * night)), 0.003, 0.008);
    }

    [Fact]
    public void WhenMoreSessionsAreAskedFor_TheFirstOnesStayAsTheyWere()
    {
        var (two, five) = (SampleMarket.Create(), new SeededMarket(SampleMarket.Spec with { Sessions = 5 }));

        Assert.Equal(5, five.Days.Count);
        Assert.All(Questions(two), question => Assert.Equal(Answer(two, question), Answer(five, question)));
    }

    [Fact]
    public void WhenTheNextOpenIsScripted_TheNightEndsThere()
    {
        var sample = SampleMarket.Spec.Underlyings[1];
        var market = new SeededMarket(SampleMarket.Spec with { Underlyings = [sample with { Script = [new(new TimeOnly(9, 30), -0.10, Session: 1)] }] });

        Assert.Equal(45, Mid(market, "ACME", market.Days[1].Open), 0.02);
    }

    [Theory]
    [InlineData("2026-11-27")]
    [InlineData("2026-12-24")]
    public void WhenTheDayClosesEarly_SessionExpirationAndPathEndAtThirteenHours(string date)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var sample = SampleMarket.Spec.Underlyings[0];
        var market = new SeededMarket(SampleMarket.Spec with
        {
            Date = day,
            Sessions = 1,
            Underlyings = [sample with { Expirations = [day], Script = [new(new TimeOnly(13, 0), 0.01)] }],
        });

        var close = Assert.Single(market.Days).Close;
        Assert.Equal(new TimeOnly(13, 0), NewYork.TimeOf(close));
        Assert.Equal(606, Mid(market, "SPY", close), 0.1);
        var deep = market.Contracts.Single(contract => contract is { IsCall: true, Strike: 550m });
        // Nothing but what it is worth in the money, less half a spread.
        Assert.InRange(market.OptionQuote(deep.Symbol, close)!.Bid!.Value, 55m, 56m);
    }

    [Fact]
    public void WhenTheMarketIsClosed_NothingIsQuotedBeforeTheOpenAndTheLastQuoteStaysAfterTheClose()
    {
        var market = SampleMarket.Create();
        var close = market.Days[0].Close;
        var midnight = NewYork.StartOf(SampleMarket.Date.AddDays(1));

        Assert.Null(market.StockQuote("SPY", Open.AddTicks(-1)));
        Assert.Null(market.LastStockTrade("SPY", Open.AddTicks(-1)));
        Assert.NotNull(market.StockQuote("SPY", Open));
        Assert.NotNull(market.LastStockTrade("SPY", Open));
        Assert.Equal(market.StockQuote("SPY", close), market.StockQuote("SPY", midnight.AddTicks(-1)));
        Assert.Null(market.StockQuote("SPY", midnight));
        Assert.Null(market.StockQuote("NONE", Open));
    }

    [Fact]
    public void WhenAContractHasExpired_ItIsNotQuotedTheNextSession()
    {
        var market = SampleMarket.Create();
        const string symbol = "SPY261120C00600000";

        Assert.NotNull(market.OptionQuote(symbol, market.Days[0].Close));
        Assert.Null(market.OptionQuote(symbol, market.Days[1].Open.AddHours(1)));
        Assert.Null(market.Greeks(symbol, market.Days[1].Open.AddHours(1)));
    }

    [Fact]
    public void WhenASpecificationIsWrong_EverythingIsTold()
    {
        var sample = SampleMarket.Spec.Underlyings[1];
        var spec = SampleMarket.Spec with
        {
            Rate = 4,
            Underlyings =
            [
                sample with
                {
                    StartPrice = 0,
                    Strikes = [50m, -1m],
                    Expirations = [new(2026, 11, 26)],
                    Script = [new(new TimeOnly(9, 0), 0), new(new TimeOnly(10, 0), 0), new(new TimeOnly(10, 0), 0)],
                },
                sample,
            ],
        };

        var failure = Assert.Throws<ArgumentException>(() => new SeededMarket(spec));

        Assert.Equal(7, spec.Problems().Count);
        Assert.All(spec.Problems(), problem => Assert.Contains(problem, failure.Message, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Symbol, DateTimeOffset At)> Questions(SeededMarket market) =>
        from at in SampleMarket.Instants(market, 1801)
        from symbol in market.Contracts.Where((_, index) => index % 7 == 0).Select(contract => contract.Symbol)
            .Concat(market.Underlyings)
        select (symbol, at);

    private static double Mid(SeededMarket market, string symbol, DateTimeOffset at)
    {
        var quote = market.StockQuote(symbol, at)!;
        return (double)(quote.Bid!.Value + quote.Ask!.Value) / 2;
    }

    private static string Answer(SeededMarket market, (string Symbol, DateTimeOffset At) question)
    {
        var (symbol, at) = question;
        var (option, greeks) = (market.OptionQuote(symbol, at), market.Greeks(symbol, at));
        var (stock, trade) = (market.StockQuote(symbol, at), market.LastStockTrade(symbol, at));
        return string.Create(CultureInfo.InvariantCulture, $"{option} {greeks} {stock} {trade}");
    }
}
