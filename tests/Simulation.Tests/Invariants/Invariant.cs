using ExitDesk.Domain.Entries;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>Something that must hold after every step of every day, judged on the venue's own truth and the ledger's rows.</summary>
internal abstract class Invariant(DayWorld world)
{
    /// <summary>Its number in the design's list, or a word for a rule beside it.</summary>
    public abstract string Name { get; }

    protected DayWorld World => world;

    protected LedgerMirror Ledger => world.Ledger.Mirror;

    protected DateTimeOffset Now => world.Loop.Now;

    /// <summary>An order leaves a process.</summary>
    public virtual void Sends(Submission submission)
    {
    }

    /// <summary>A cancel leaves a process.</summary>
    public virtual void Cancels(string orderId)
    {
    }

    /// <summary>An order reaches the broker, before it decides.</summary>
    public virtual void Reaches(Submission submission)
    {
    }

    /// <summary>The broker decided; its sender may never hear of it.</summary>
    public virtual void Answered(Submission submission, SubmitOutcome outcome)
    {
    }

    /// <summary>The sender hears what became of it.</summary>
    public virtual void Heard(Submission submission, SubmitOutcome outcome)
    {
    }

    /// <summary>Something filled.</summary>
    /// <param name="fill">As the venue's history has it.</param>
    /// <param name="before">Signed quantity held before it.</param>
    /// <param name="after">Signed quantity held after it.</param>
    public virtual void Filled(VenueActivity fill, int before, int after)
    {
    }

    /// <summary>A commit was written; the mirror shows it.</summary>
    public virtual void Committed(IReadOnlyList<LedgerChange> changes)
    {
    }

    /// <summary>A step is over.</summary>
    public virtual void Stepped()
    {
    }

    /// <summary>The ledger was lost.</summary>
    public virtual void Lost()
    {
    }

    /// <summary>The day is over, and the desk had time to finish.</summary>
    public virtual void Ended()
    {
    }

    /// <summary>The id under which an order was sent, a leg's by that of its package.</summary>
    protected string ClientOrderIdOf(VenueOrder order) =>
        order.Parent is { } parent ? world.Venue.Orders().First(known => known.Id == parent).ClientOrderId : order.ClientOrderId;

    /// <summary>True if the desk sent it to open something.</summary>
    protected bool IsEntry(VenueOrder order) => order.Origin == OrderOrigin.Client && EntryOrderIds.IsOurs(ClientOrderIdOf(order));

    protected void Broken(string what) => world.Watch.Broken(new Violation(Name, Now, what));
}
