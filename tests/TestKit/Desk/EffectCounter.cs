namespace ExitDesk.TestKit.Desk;

/// <summary>Counts what the code under test changes in the world, and ends it after a chosen change. Thread-safe.</summary>
/// <remarks>Once ended, nothing works until <see cref="Revive"/>: code that swallows the crash changes nothing more.</remarks>
public sealed class EffectCounter
{
    private readonly Lock _gate = new();
    private int? _crashAfter;
    private bool _isDead;

    /// <summary>Changes so far.</summary>
    public int Count { get; private set; }

    /// <summary>True once the crash happened.</summary>
    public bool HasCrashed => _isDead;

    /// <summary>Ends the process right after so many further changes, each of which stands.</summary>
    public void CrashAfter(int effects)
    {
        lock (_gate)
        {
            _crashAfter = Count + effects;
        }
    }

    /// <summary>A new process may begin.</summary>
    public void Revive()
    {
        lock (_gate)
        {
            (_isDead, _crashAfter) = (false, null);
        }
    }

    /// <summary>Before every call to the world, reads among them.</summary>
    public void Check()
    {
        lock (_gate)
        {
            if (_isDead)
            {
                throw new CrashException();
            }
        }
    }

    /// <summary>After every change.</summary>
    public void Happened()
    {
        lock (_gate)
        {
            Count++;
            _isDead |= Count == _crashAfter;
        }

        Check();
    }
}
