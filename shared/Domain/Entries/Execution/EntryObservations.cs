using ExitDesk.Domain.Entries.Gates;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What the next step of an entry is decided on, beside the entry itself and the clock.</summary>
/// <remarks>Gathered within one turn: what was read or judged stays while more is asked for, and is let go once the step is done.</remarks>
/// <param name="IsPermitted">False where mode or trading state forbid entries, or a close works in one of its contracts.</param>
public sealed record EntryObservations(bool IsPermitted)
{
    /// <summary>What was just read, already worked into the entry; null if nothing was.</summary>
    public EntryLook? Look { get; init; }

    /// <summary>What the gates just said; null if they were not asked.</summary>
    public EntryVerdict? Verdict { get; init; }
}
