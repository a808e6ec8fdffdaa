namespace ExitDesk.Domain.Plans;

/// <summary>How widely a section of a plan speaks, from the widest to the nearest: the nearer one wins.</summary>
public enum PlanScope
{
    Defaults,
    Structure,
    Strategy,

    /// <summary>An underlying.</summary>
    Underlying,

    /// <summary>An OCC symbol.</summary>
    Contract,
    Position,
}
