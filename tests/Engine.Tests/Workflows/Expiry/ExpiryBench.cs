using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.Engine.Workflows.Expiry;
using ExitDesk.TestKit.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

/// <summary>A desk on Thursday 2015-12-24 with one GOOG call that expires today: its deadline is 15:00 in New York, 12:00 when the session ends at 13:00.</summary>
internal sealed class ExpiryBench
{
    public const string Call = "GOOG151224C00750000";
    public static readonly DateOnly Day = new(2015, 12, 24);

    public DeskHarness Desk { get; } = new();

    public DeskSwitches Switches { get; set; } = new(TradingMode.Active, TradingState.Active);

    /// <summary>When the session ends in New York.</summary>
    public TimeOnly Close { get; set; } = new(16, 0);

    public decimal? Underlying { get; set; } = 747m;

    public decimal? Volatility { get; set; } = 0.25m;

    public async Task<string> SeedAsync(Structure? structure = null, Management management = Management.Managed, PositionStatus status = PositionStatus.Open)
    {
        structure ??= Single(StructureKind.LongOption, Call, 1, 2);
        var id = structure.ClosingLegs[0].Symbol + "-20151222-1";
        await PutAsync(new Position(id, structure, Desk.Now, status, management));
        return id;
    }

    public Task PutAsync(Position position) =>
        Desk.Ledger.CommitAsync([new Engine.Ports.Ledger.LedgerChange.Put(LedgerKeys.Position(position.Id), LedgerJson.Write(position))], default);

    public MarketMoment Moment()
    {
        var session = new Session(Day, NewYork.At(Day, new TimeOnly(9, 30)), NewYork.At(Day, Close));
        return new MarketMoment(Desk.Now, Desk.Now < session.CloseAt, session.OpenAt.AddDays(4), session);
    }

    /// <summary>Moves the time to a New York time of the day.</summary>
    public async Task AtAsync(int hour, int minute, int second = 0)
    {
        var to = NewYork.At(Day, new TimeOnly(hour, minute, second));
        await Desk.AdvanceAsync(to - Desk.Now);
    }

    /// <summary>One cycle as the sweep makes it, in this process or another one.</summary>
    public async Task<IReadOnlyList<string>> CycleAsync(ServiceProvider? process = null)
    {
        var moment = Moment();
        var positions = (await Desk.Get<DeskLedger>().PositionsAsync(default)).Where(position => position.Value.Status.IsLive());
        var round = new DeliveryRound();
        var problems = await Guardian(process).WatchAsync([.. positions.Select(position => Assess(position, moment))], Switches, moment, round, default);
        await (process?.GetRequiredService<DeskCommits>() ?? Desk.Get<DeskCommits>()).DeliverAsync(round, default);
        return problems;
    }

    /// <summary>Cycles at a New York time.</summary>
    public async Task CycleAtAsync(int hour, int minute, int second = 0)
    {
        await AtAsync(hour, minute, second);
        await CycleAsync();
    }

    public ExpiryGuardian Guardian(ServiceProvider? process = null) => process?.GetRequiredService<ExpiryGuardian>() ?? Desk.Get<ExpiryGuardian>();

    public ExpiringPosition Assess(Stored<Position> position, MarketMoment moment)
    {
        var legs = position.Value.Structure.ClosingLegs.Select(leg => new ExpiringLeg(leg.Contract!, Volatility)).ToList();
        return new ExpiringPosition(
            position,
            ExpiryLadder.Assess(legs, Underlying, moment, ExpirySettings.Default),
            new Quote(3.10m, 3.20m, moment.Now),
            Underlying is { } price ? new UnderlyingPrice(price, moment.Now, UnderlyingPriceSource.Mid) : null);
    }

    /// <summary>One leg with an entry of 3.00.</summary>
    public static Structure Single(StructureKind kind, string symbol, int ratio, decimal units) => new(kind, [new PositionLeg(symbol, ratio, 3m, 100)], units);

    /// <summary>An underlying price at which the call has this moneyness.</summary>
    public static decimal At(decimal moneyness) => 750m * (1 + moneyness);

    public async Task<IReadOnlyList<string>> AuditAsync(string action) => [.. (await Desk.AuditAsync()).Where(row => row.Action == action).Select(row => row.Text)];
}
