using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>Positions of several kinds on which no rule fires, with every rule on.</summary>
internal static class MixedPositions
{
    public const int Count = 10_000;

    public static readonly DateTimeOffset Open = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);

    public static readonly MarketMoment Noon = new(
        Open.AddHours(2.5), true, Open.AddDays(3), new Session(new DateOnly(2026, 11, 20), Open, Open.AddHours(6.5)));

    public static readonly ExitPlan Plan = new()
    {
        TrailingStop = new TrailingStopPlan { Enabled = true },
        UnderlyingMove = new UnderlyingMovePlan { Enabled = true, For = 0.10m },
        DayTradeClose = new DayTradeClosePlan { Enabled = true },
        MaxHold = new MaxHoldPlan { Enabled = true },
    };

    public static readonly ExitFacts Facts = new(
        new UnderlyingFacts(100.50m, 100m, 1),
        new TimingFacts(Noon.Now, new TimeOnly(12, 0), Noon.Session!.CloseAt, Noon.Session.CloseAt, 42, 60, 50, 71, 11, 3_000),
        Dividend: 0);

    /// <summary>A quarter each: long options, short puts, put credit verticals, iron condors.</summary>
    public static Position Position(int number)
    {
        (StructureKind Kind, PositionLeg[] Legs) what = (number % 4) switch
        {
            0 => (StructureKind.LongOption, [Leg("C00105000", 1, 2.00m)]),
            1 => (StructureKind.CashSecuredPut, [Leg("P00095000", -1, 1.50m)]),
            2 => (StructureKind.VerticalCredit, [Leg("P00090000", 1, 0.80m), Leg("P00095000", -1, 2.00m)]),
            _ => (StructureKind.IronCondor, [Leg("P00090000", 1, 0.80m), Leg("P00095000", -1, 2.00m), Leg("C00105000", -1, 2.00m), Leg("C00110000", 1, 0.80m)]),
        };
        return new Position(
            $"position-{number}", new Structure(what.Kind, what.Legs, 1 + (number % 7)), Open, PositionStatus.Open, Management.Managed);
    }

    public static LegQuote[] Quotes(Position position, int number) =>
    [
        .. position.Structure.ClosingLegs.Select(leg =>
            new LegQuote(new Quote(leg.EntryPrice - 0.01m - (number % 5 * 0.01m), leg.EntryPrice + 0.01m, Noon.Now.AddSeconds(-3)), 0.0001m, 0.4m)),
    ];

    private static PositionLeg Leg(string contract, int ratio, decimal entry) => new("XYZ270115" + contract, ratio, entry, 100);
}
