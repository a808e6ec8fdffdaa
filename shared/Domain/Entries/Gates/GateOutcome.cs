namespace ExitDesk.Domain.Entries.Gates;

/// <summary>What one gate says of an entry. Only what every gate lets pass is opened.</summary>
public enum GateOutcome
{
    Passed,
    Refused,

    /// <summary>What it needs could not be read: nothing is opened on a guess.</summary>
    CannotTell,
}
