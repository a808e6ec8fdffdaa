namespace ExitDesk.Simulator.Run;

/// <summary>Kills function apps a given number of times in a run, between any two of their effects. Safe for concurrent use.</summary>
/// <remarks>
/// Each sweep is as likely as any other to light a fuse, so that all are lit by the last one; besides, every other order that the broker
/// takes lights one, for what must not break is a close. A fuse burns down call by call. The same seed draws the same chances and
/// fuses; which call comes first is up to the machine.
/// </remarks>
public sealed class RandomKills
{
    private const double ChanceAtOrder = 0.5;
    private const int LongestFuse = 14;

    // A fuse lit at the very last sweep would find no call to burn on.
    private const int SweepsToSpare = 20;

    private readonly Lock _gate = new();
    private readonly Random _stream;
    private readonly Func<bool> _isReady;
    private readonly Action<Random> _kill;
    private int _left;
    private int _sweepsLeft;
    private int? _fuse;

    /// <param name="count">How often; at most one a sweep.</param>
    /// <param name="timetable">Of the run.</param>
    /// <param name="isReady">Whether all function apps run; one that is just starting would only be started again.</param>
    /// <param name="kill">Kills one of them.</param>
    public RandomKills(int count, int seed, Timetable timetable, Func<bool> isReady, Action<Random> kill)
    {
        (_left, _stream, _isReady, _kill) = (count, new Random(seed), isReady, kill);
        _sweepsLeft = timetable.CountOf(Schedule.Sweep) - SweepsToSpare;
    }

    /// <summary>A sweep is about to begin.</summary>
    public void OnSweep()
    {
        lock (_gate)
        {
            if (_fuse is null && _left > 0 && _stream.NextDouble() * Math.Max(_sweepsLeft, 1) < _left)
            {
                _fuse = _stream.Next(LongestFuse);
            }

            _sweepsLeft--;
        }
    }

    /// <summary>The broker has taken an order, and its answer is on the way.</summary>
    public void OnOrder()
    {
        lock (_gate)
        {
            if (_fuse is null && _left > 0 && _stream.NextDouble() < ChanceAtOrder)
            {
                _fuse = _stream.Next(LongestFuse);
            }
        }
    }

    /// <summary>A call passes, before or after its effect: the fuse burns on.</summary>
    public void OnPassing()
    {
        lock (_gate)
        {
            if (_fuse is not { } calls || !_isReady())
            {
                return;
            }

            _fuse = calls - 1;
            if (calls == 0)
            {
                _fuse = null;
                _left--;
                _kill(_stream);
            }
        }
    }
}
