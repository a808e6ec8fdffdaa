using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Exits.Plain;

/// <summary>Positions of every kind with markets of every quality. A seed always gives the same case.</summary>
internal sealed class RandomCases(int seed)
{
    private static readonly (StructureKind Kind, (string Symbol, int Ratio)[] Legs)[] Kinds =
    [
        (StructureKind.LongOption, [("XYZ261218C00105000", 1)]),
        (StructureKind.LongOption, [("XYZ1261218P00095000", 1)]),
        (StructureKind.CashSecuredPut, [("XYZ261218P00095000", -1)]),
        (StructureKind.NakedCall, [("XYZ261218C00105000", -1)]),
        (StructureKind.CoveredCall, [("XYZ261218C00100000", -1), ("XYZ", 100)]),
        (StructureKind.VerticalCredit, [("XYZ261218P00095000", 1), ("XYZ261218P00100000", -1)]),
        (StructureKind.VerticalDebit, [("XYZ1261218C00100000", 1), ("XYZ1261218C00105000", -1)]),
        (StructureKind.IronCondor, [("XYZ261218P00090000", 1), ("XYZ261218P00095000", -1), ("XYZ261218C00105000", -1), ("XYZ261218C00110000", 1)]),
        (StructureKind.CalendarSpread, [("XYZ261218C00100000", -1), ("XYZ270115C00100000", 1)]),
        (StructureKind.Custom, [("XYZ261218C00100000", 2), ("XYZ261218C00105000", -3)]),
        (StructureKind.Stock, [("XYZ", 1)]),
    ];

    private readonly Random _random = new(seed);

    public AppraisalCase Next()
    {
        var (kind, legs) = Kinds[_random.Next(Kinds.Length)];
        var structure = new Structure(
            kind, [.. legs.Select(leg => new PositionLeg(leg.Symbol, leg.Ratio, Price(0, 300), Math.Abs(leg.Ratio) == 100 ? 1 : 100))], _random.Next(1, 9));
        var position = new Position("id", structure, SampleSession.OpenAt, PositionStatus.Open, Management.Managed)
        {
            Silences = Maybe(0.1) ? [new Silence((ExitReason)_random.Next(2, 12), SampleSession.Noon.AddSeconds(_random.Next(-1, 2)))] : [],
        };
        var mark = PositionMark.None("id") with
        {
            Best = Maybe(0.5) ? new WaterMark(Price(-300, 400), SampleSession.OpenAt) : null,
            WideSince = Maybe(0.5) ? SampleSession.Noon.AddSeconds(_random.Next(-122, -118)) : null,
        };
        return new AppraisalCase(
            position, Plan(), mark, [.. structure.ClosingLegs.Select(leg => Market(leg.EntryPrice))], Facts(), SampleSession.Later(0));
    }

    private ExitPlan Plan() => new()
    {
        ExerciseRisk = Rule(new ExerciseRiskPlan()),
        StopLoss = Rule(new StopLossPlan { DebitLoss = Price(1, 20) * 5, CreditMultiple = Price(1, 40) * 10, MaximumLossShare = Price(1, 20) * 5 }),
        TakeProfit = Rule(new TakeProfitPlan { Target = Price(1, 20) * 5 }),
        TrailingStop = Rule(new TrailingStopPlan { Arm = Price(1, 10) * 5, GiveBack = Price(1, 10) * 5 }),
        UnderlyingMove = Rule(new UnderlyingMovePlan { Against = Maybe(0.7) ? Price(1, 5) : null, For = Maybe(0.7) ? Price(1, 5) : null }),
        DayTradeClose = Rule(new DayTradeClosePlan { Latest = new TimeOnly(12, _random.Next(0, 3)), Before = TimeSpan.FromMinutes(_random.Next(238, 243)) }),
        ExpirationRisk = Rule(new ExpirationRiskPlan()),
        DaysToExpiration = Rule(new DaysToExpirationPlan()),
        AssignmentRisk = Rule(new AssignmentRiskPlan()),
        MaxHold = Rule(new MaxHoldPlan { InTradingMinutes = Maybe(0.5) }),
    };

    // Few rules each time: else one of them always fires.
    private T Rule<T>(T rule)
        where T : RulePlan =>
        rule with { Enabled = Maybe(0.5), Approval = (Approval)_random.Next(3), Urgency = (Urgency)_random.Next(4) };

    private LegQuote Market(decimal entry)
    {
        if (Maybe(0.03))
        {
            return default;
        }

        var bid = Math.Max(0, entry + Price(-60, 60));
        var at = Maybe(0.9) ? SampleSession.Noon.AddSeconds(-_random.Next(0, 63)) : Maybe(0.5) ? SampleSession.Noon.AddMinutes(-16) : SampleSession.OpenAt.AddTicks(-1);
        var quote = new Quote(
            Maybe(0.03) ? null : Maybe(0.1) ? 0 : bid, Maybe(0.03) ? null : bid + (Maybe(0.8) ? Price(0, 12) : Price(-5, 90)), at);
        return new LegQuote(quote, Maybe(0.3) ? null : Price(-3, 3) / 10, Maybe(0.2) ? null : Price(-100, 100));
    }

    private ExitFacts Facts() => new(
        new UnderlyingFacts(Maybe(0.1) ? null : Price(9_400, 10_600), Maybe(0.1) ? null : Maybe(0.05) ? 0 : 100, _random.Next(-1, 2)),
        Maybe(0.03) ? default : new TimingFacts(
            SampleSession.Noon, new TimeOnly(12, 0), SampleSession.CloseAt, SampleSession.CloseAt.AddMinutes(_random.Next(-2, 2)),
            Count(0, 3), Count(19, 24), Count(0, 3), Count(19, 24), Count(28, 32), Count(28, 32)),
        Maybe(0.2) ? null : Price(0, 30),
        Maybe(0.9) ? default : new LadderDemand(Maybe(0.5) ? Urgency.Fast : null, Maybe(0.5) ? 0.01m : null, 0, Maybe(0.3)),
        Maybe(0.03),
        Maybe(0.1) ? RuleSet.None.With((ExitReason)_random.Next(2, 12)) : default);

    private int? Count(int low, int high) => Maybe(0.1) ? null : _random.Next(low, high);

    // In cents, now and then of a cent's hundredth: scales differ, too.
    private decimal Price(int low, int high) => _random.Next(low, high + 1) / 100m + (Maybe(0.1) ? _random.Next(0, 100) / 10_000m : 0);

    private bool Maybe(double share) => _random.NextDouble() < share;
}
