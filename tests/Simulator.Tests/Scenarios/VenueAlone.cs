using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

/// <summary>A scenario played against the broker alone, as if nobody guarded the account.</summary>
internal sealed class VenueAlone
{
    private readonly Queue<Opening> _openings;
    private readonly Queue<ScriptedAct> _acts;
    private readonly List<Opening> _opened = [];
    private readonly Scenario _scenario;
    private readonly MarketClock _clock;

    public VenueAlone(Scenario scenario)
    {
        _scenario = scenario;
        _clock = new MarketClock(Timetable.Of(scenario).Start);
        Venue = new SimulatedVenue(scenario.Market, _clock, new FaultPlan(new HashSet<Fault>(), 1), scenario.Broker);
        (_openings, _acts) = (new(scenario.Openings), new(scenario.Acts));
    }

    public SimulatedVenue Venue { get; }

    /// <summary>What came in so far, each with its price.</summary>
    public IReadOnlyList<Opening> Opened => _opened;

    public IReadOnlyDictionary<string, int> Held => Venue.Positions().ToDictionary(valued => valued.Position.Symbol, valued => valued.Position.Quantity);

    public void PlayUntil(DateTimeOffset at)
    {
        while (Next() is { } next && next <= at)
        {
            _clock.AdvanceTo(next);
            while (_openings.TryPeek(out var opening) && opening.OpenedAt <= next)
            {
                _openings.Dequeue();
                var price = Venue.OpenPosition(opening.Symbol, opening.Quantity, opening.EntryPrice, opening.OpenedAt, opening.InHistory);
                _opened.Add(opening with { EntryPrice = price });
            }

            while (_acts.TryPeek(out var act) && act.At <= next)
            {
                _acts.Dequeue().Do(Venue);
            }
        }

        _clock.AdvanceTo(at);
    }

    /// <summary>Plays to the end; nothing may be broken and all books must add up.</summary>
    public void PlayToEnd()
    {
        PlayUntil(Timetable.Of(_scenario).End);
        Assert.Empty(Venue.Violations);
        Assert.Empty(CashReports.Differences(CashReports.Of(Venue, _opened), _scenario.Broker.Cash, Venue.Account().Cash));
    }

    private DateTimeOffset? Next() =>
        new[] { _openings.TryPeek(out var opening) ? opening.OpenedAt : (DateTimeOffset?)null, _acts.TryPeek(out var act) ? act.At : null }.Min();
}
