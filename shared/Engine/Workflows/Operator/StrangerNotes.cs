namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>What this process has noted about strangers in the current minute, so that a flood costs no storage transactions.</summary>
/// <remarks>
/// A note counts once it is tried: while the storage fails, a stranger makes it no busier. Other processes have notes of their own;
/// the row's key keeps theirs from adding a second row. Thread-safe.
/// </remarks>
internal sealed class StrangerNotes
{
    /// <summary>Different reasons noted in a minute; more of them are a flood as well, and stay in the log alone.</summary>
    public const int ReasonsAMinute = 20;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _reasons = new(StringComparer.Ordinal);
    private DateTimeOffset _minute;

    /// <summary>Whether this reason is to be noted now; it then counts as noted.</summary>
    /// <param name="reason">Names the reason.</param>
    /// <param name="minute">The current minute's beginning.</param>
    public bool IsNew(string reason, DateTimeOffset minute)
    {
        lock (_gate)
        {
            if (minute != _minute)
            {
                _reasons.Clear();
                _minute = minute;
            }

            return _reasons.Count < ReasonsAMinute && _reasons.Add(reason);
        }
    }
}
