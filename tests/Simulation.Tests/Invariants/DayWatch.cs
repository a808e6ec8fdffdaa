using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>Shows every step of a day to every invariant, and keeps the first that breaks.</summary>
internal sealed class DayWatch
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private readonly DayWorld _world;
    private readonly IReadOnlyList<Invariant> _invariants;
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);
    private int _seen;
    private int _orders;
    private bool _mayFill = true;
    private DateTimeOffset _lookedAt;

    public DayWatch(DayWorld world)
    {
        _world = world;
        _invariants = AllInvariants.Of(world);
        world.Venue.OrderAccepted += _ => _mayFill = true;
    }

    /// <summary>The first; null while all hold.</summary>
    public Violation? Violation { get; private set; }

    /// <summary>Holdings as the fills so far make them, signed.</summary>
    public IReadOnlyDictionary<string, int> Held => _held;

    /// <summary>Searches by client order id, with their instants.</summary>
    public Dictionary<string, List<DateTimeOffset>> Searches { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks at holdings, with their instants, by what the job was about.</summary>
    public Dictionary<string, List<DateTimeOffset>> Looks { get; } = new(StringComparer.Ordinal);

    public void Broken(Violation violation)
    {
        if (Violation is null)
        {
            Violation = violation;
            _world.Note(0, "VIOLATION", $"{violation.Invariant}: {violation.What}");
        }
    }

    /// <summary>Takes what is held as the day begins.</summary>
    public void Begin()
    {
        foreach (var position in _world.Venue.Positions())
        {
            _held[position.Position.Symbol] = position.Position.Quantity;
        }

        _seen = _world.Venue.History().Count;
    }

    public void Sends(Submission submission)
    {
        Each(invariant => invariant.Sends(submission));
        _world.AfterOrder(++_orders);
    }

    public void Cancels(string orderId)
    {
        Each(invariant => invariant.Cancels(orderId));
        _world.AfterCancel();
    }

    public void Reaches(Submission submission) => Each(invariant => invariant.Reaches(submission));

    public void Answered(Submission submission, SubmitOutcome outcome) => Each(invariant => invariant.Answered(submission, outcome));

    public void Heard(Submission submission, SubmitOutcome outcome) => Each(invariant => invariant.Heard(submission, outcome));

    public void Committed(IReadOnlyList<LedgerChange> changes) => Each(invariant => invariant.Committed(changes));

    public void Lost() => Each(invariant => invariant.Lost());

    /// <summary>The running job has read what is held.</summary>
    /// <param name="at">When the venue said so.</param>
    public void Looked(DateTimeOffset at)
    {
        if (DeskJob.Current is { } job)
        {
            job.LookedAt = at;
            Add(Looks, job.Subject);
        }
    }

    /// <summary>Somebody has searched for an order by its id.</summary>
    public void Searched(string clientOrderId) => Add(Searches, clientOrderId);

    /// <summary>A function threw: storage that does not answer may do that to it, everything else is a bug.</summary>
    public void Threw(DeskJob job, Exception problem)
    {
        if (problem is not (LedgerUnavailableException or LedgerDocumentException))
        {
            Broken(new Violation("no bug", _world.Loop.Now, $"{job.Name}: {problem}"));
        }
    }

    public void AfterStep()
    {
        if (_mayFill || _world.Loop.Now - _lookedAt > Idle)
        {
            _lookedAt = _world.Loop.Now;
            Look();
        }

        Each(invariant => invariant.Stepped());
    }

    public void End()
    {
        Look();
        Each(invariant => invariant.Ended());
    }

    // The venue books settlement among fills: every line that moves a holding counts, in order.
    private void Look()
    {
        var history = _world.Venue.History();
        var isNew = history.Count > _seen;
        foreach (var line in history.Skip(_seen))
        {
            var before = _held.GetValueOrDefault(line.Symbol);
            var signed = line.Fill is { } fill && fill.Order.Side == OrderSide.Sell ? -line.Quantity : line.Quantity;
            _held[line.Symbol] = before + signed;
            _world.Note(0, line.Type.ToString(), line);
            if (line.Fill is not null)
            {
                Each(invariant => invariant.Filled(line, before, before + signed));
            }
        }

        _seen = history.Count;
        _mayFill = isNew || _world.Venue.Orders().Any(order => order.IsLive);
    }

    private void Add(Dictionary<string, List<DateTimeOffset>> instants, string subject)
    {
        if (!instants.TryGetValue(subject, out var known))
        {
            instants[subject] = known = [];
        }

        known.Add(_world.Loop.Now);
    }

    private void Each(Action<Invariant> tell)
    {
        foreach (var invariant in _invariants)
        {
            tell(invariant);
        }
    }
}
