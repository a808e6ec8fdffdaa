using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Invariants;
using ExitDesk.Simulation.Tests.Market;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.Scheduling;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Desk;
using ExitDesk.TestKit.Venue;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>Everything of one simulated day: time, market, venue, queue, ledger, chat, and the processes between them.</summary>
internal sealed class DayWorld
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(75);

    private readonly VenueFaults _venueFaults;
    private int _processes;

    /// <param name="plan">What the seed decided.</param>
    /// <param name="guards">The closing protocol, or one with a guard less.</param>
    public DayWorld(DayPlan plan, CloseGuards guards)
    {
        Plan = plan;
        Guards = guards;
        Latency = new Draw(plan.Seed, "latency");
        TokenDraw = new Draw(plan.Seed, "tokens");
        var clock = new MarketClock(plan.Day.Open.AddMinutes(-10));
        Loop = new EventLoop(clock, new Draw(plan.Seed, "ties"));
        Faults = new FaultDesk(plan.Faults, () => Loop.Now);
        Market = new PathMarket([plan.Day, plan.Next], plan.Contracts, plan.Stocks, Spoils.Of(plan));
        _venueFaults = new VenueFaults(plan);
        Venue = new SimulatedVenue(Market, clock, _venueFaults.Plan, new VenueOptions
        {
            Seed = (int)(plan.Seed % int.MaxValue),
            Cash = 5_000_000m,
            Liquidation = LiquidationScope.All,
            FillAtMidProbability = 0.05,
        });
        Broker = new VenueBroker(Venue);
        MarketData = new VenueMarketData(Venue, []);
        Pump = new MessagePump(this, new VirtualTime(Loop, () => true));
        Watch = new DayWatch(this);
        Loop.AfterStep = Watch.AfterStep;
    }

    public DayPlan Plan { get; }

    public CloseGuards Guards { get; }

    public Draw Latency { get; }

    public Draw TokenDraw { get; }

    public EventLoop Loop { get; }

    public FaultDesk Faults { get; }

    public PathMarket Market { get; }

    public SimulatedVenue Venue { get; }

    public VenueBroker Broker { get; }

    public VenueMarketData MarketData { get; }

    public LedgerWorld Ledger { get; } = new();

    public InMemoryDesk Chat { get; } = new(new EffectCounter());

    public MessagePump Pump { get; }

    public DayWatch Watch { get; }

    public Timeline Timeline { get; } = new();

    /// <summary>Processes that live, or died a moment ago.</summary>
    public List<DeskProcess> Processes { get; } = [];

    /// <summary>Runs when an order leaves a process, with its number of the day.</summary>
    public Action<int> AfterOrder { get; set; } = _ => { };

    /// <summary>Runs when a cancel leaves a process.</summary>
    public Action AfterCancel { get; set; } = () => { };

    /// <summary>Runs after a process died, so that somebody starts another one.</summary>
    public Action<DeskProcess> AfterDeath { get; set; } = _ => { };

    /// <summary>Since when the timers run; null while they do not.</summary>
    public DateTimeOffset? TimersSince { get; set; }

    /// <summary>True once the timers have run for a while in which nothing went wrong.</summary>
    public bool IsUndisturbed => TimersSince is { } since && Loop.Now - since > Calm && Loop.Now - Faults.DisturbedAt > Calm;

    public DeskProcess Start()
    {
        var process = new DeskProcess(++_processes);
        process.Services = DeskComposition.Compose(this, process);
        Processes.Add(process);
        Note(process.Number, "starts", null);
        return process;
    }

    public void Died(DeskProcess process)
    {
        Faults.Bit(DayFault.Kill);
        Note(process.Number, "is killed", null);
        Processes.Remove(process);
        AfterDeath(process);
    }

    /// <summary>Runs a function in a process.</summary>
    /// <param name="process">Where.</param>
    /// <param name="name">What, for the timeline.</param>
    /// <param name="subject">The message's body; empty for timers.</param>
    /// <param name="work">The function.</param>
    /// <param name="done">Gets true if it ended well, false if it threw; never called if the process dies.</param>
    public void Run(DeskProcess process, string name, string subject, Func<IServiceProvider, Task> work, Action<bool> done) =>
        _ = RunAsync(new DeskJob(process, name, subject, Loop.Now), work, done);

    public void Note(int process, string what, object? result) => Timeline.Add(Loop.Now, process, what, result);

    /// <summary>Counts faults that the venue itself played.</summary>
    public void CountVenueFaults() => _venueFaults.Count(Faults);

    private async Task RunAsync(DeskJob job, Func<IServiceProvider, Task> work, Action<bool> done)
    {
        DeskJob.Current = job;
        try
        {
            await work(job.Process.Services).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            Note(job.Process.Number, job.Name + " fails", problem.GetType().Name + ": " + problem.Message);
            Watch.Threw(job, problem);
            done(false);
            return;
        }

        done(true);
    }
}
