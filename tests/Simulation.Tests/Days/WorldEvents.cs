using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>What happens around the desk by the clock: holdings, processes, the owner, the broker, and storage that is lost.</summary>
internal sealed class WorldEvents
{
    /// <summary>How long the owner's resting order stands before its owner cancels it.</summary>
    public static readonly TimeSpan Resting = TimeSpan.FromMinutes(7);

    private readonly DayWorld _world;
    private readonly OwnerWorld _owner;

    public WorldEvents(DayWorld world)
    {
        _world = world;
        _owner = new OwnerWorld(world);
        world.AfterDeath = Replace;
    }

    /// <summary>Puts the account in place, starts the desk and plans the day.</summary>
    public void Open()
    {
        var plan = _world.Plan;
        foreach (var holding in plan.Holdings)
        {
            _world.Venue.OpenPosition(holding.Symbol, holding.Quantity, holding.Price, plan.Day.Open.AddDays(-5), inHistory: true);
        }

        _world.Watch.Begin();
        _world.Start();
        if (plan.Has(DayFault.TwoInstances))
        {
            _world.Start();
            _world.Faults.Bit(DayFault.TwoInstances);
        }

        foreach (var fault in plan.Faults)
        {
            _world.Loop.At(fault.At, () => Happen(fault));
        }

        foreach (var entry in plan.Entries.Entries)
        {
            _world.Loop.At(entry.At, () => Recommend(entry));
        }

        foreach (var act in plan.Acts.Where(act => act is { AfterOrder: null, IsAfterCancel: false }))
        {
            _world.Loop.At(act.At, () => _owner.Do(act));
        }

        _world.AfterOrder = order => Follow(act => act.AfterOrder == order);
        _world.AfterCancel = () =>
        {
            _world.AfterCancel = () => { };
            Follow(act => act.IsAfterCancel);
        };
    }

    /// <summary>From here on nothing new goes wrong.</summary>
    public void Calm()
    {
        _world.Faults.IsOver = true;
        foreach (var process in _world.Processes)
        {
            process.DiesAfter = null;
        }
    }

    private void Follow(Func<PlannedAct, bool> isDue)
    {
        foreach (var act in _world.Plan.Acts.Where(isDue))
        {
            _world.Loop.After(TimeSpan.FromMilliseconds(act.Choice * 9), () => _owner.Do(act));
        }
    }

    private void Happen(PlannedFault fault)
    {
        if (_world.Faults.IsOver)
        {
            return;
        }

        switch (fault.Fault)
        {
            case DayFault.Kill when _world.Processes.Count > 0:
                _world.Latency.Of(_world.Processes).DiesAfter = fault.Skip;
                break;
            case DayFault.LedgerLost:
                _world.Note(0, "ledger lost", null);
                _world.Faults.Bit(fault.Fault);
                _world.Watch.Lost();
                _world.Ledger.Lose();
                break;
            case DayFault.OwnerCloses or DayFault.OwnerRestingOrder or DayFault.LegLiquidation:
                Trade(fault);
                break;
            case DayFault.Expiry or DayFault.SplitAdjustedRoot:
                _world.Faults.Bit(fault.Fault);
                break;
            default:
                break;
        }
    }

    private void Recommend(PlannedEntry entry)
    {
        _world.Note(0, "recommended", entry.Json);
        _world.Pump.Send(new QueueMessage(QueueNames.EntryRequests, entry.Id, entry.Json), entry.Copies, TimeSpan.Zero);
    }

    private void Trade(PlannedFault fault)
    {
        var options = _world.Venue.Positions().Where(held => held.Position.Contract is not null).ToList();
        if (options.Count == 0 || !_world.Venue.Sessions.IsOpen(_world.Loop.Now))
        {
            return;
        }

        var position = options[fault.Choice % options.Count].Position;
        var size = Math.Abs(position.Quantity);
        var part = fault.Choice % 3 == 0 ? size : 1 + (fault.Choice % size);
        var answer = fault.Fault switch
        {
            DayFault.LegLiquidation => Liquidate(position.Symbol),
            DayFault.OwnerCloses => _world.Venue.Close(position.Symbol, part, OrderOrigin.Owner).Granted,
            _ => Rest(position, part),
        };
        _world.Note(0, fault.Fault.ToString(), $"{part} {position.Symbol}: {answer}");
        if (answer)
        {
            _world.Faults.Bit(fault.Fault);
        }
    }

    private bool Liquidate(string symbol)
    {
        _world.Venue.Liquidate(symbol);
        return true;
    }

    // Far from the market, and gone after a while: resting all day it would be looked at each second of it.
    private bool Rest(Position position, int quantity)
    {
        var (side, intent, limit) = position.IsLong
            ? (OrderSide.Sell, PositionIntent.SellToClose, Math.Round(position.AverageEntryPrice * 20, 0) + 50)
            : (OrderSide.Buy, PositionIntent.BuyToClose, 0.01m);
        var answer = _world.Venue.Submit(new OrderRequest(position.Symbol, quantity, side, OrderKind.Limit, limit, Intent: intent, Origin: OrderOrigin.Owner));
        if (answer.Granted)
        {
            _world.Loop.After(Resting, () => _world.Venue.Cancel(answer.Value.Id));
        }

        return answer.Granted;
    }

    private void Replace(DeskProcess dead)
    {
        _world.Loop.After(_world.Latency.Between(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(40)), () =>
        {
            _world.Start();
            _world.Pump.Plan();
        });
    }
}
