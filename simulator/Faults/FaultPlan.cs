namespace ExitDesk.Simulator.Faults;

/// <summary>Decides, from a seed, when each chosen fault strikes. Safe for concurrent use.</summary>
/// <remarks>
/// A chosen fault strikes its first opportunity, so that naming it is enough to see it; later opportunities are struck by
/// chance. Each fault draws from a stream of its own: choosing one more does not move the others.
/// </remarks>
public sealed class FaultPlan(IReadOnlySet<Fault> chosen, int seed)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Fault, Random> _streams = [];
    private readonly Dictionary<Fault, int> _strikes = [];

    /// <summary>A plan under which nothing ever goes wrong.</summary>
    public static FaultPlan None { get; } = new(new HashSet<Fault>(), 0);

    /// <summary>How often each fault has struck so far.</summary>
    public IReadOnlyDictionary<Fault, int> Strikes
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<Fault, int>(_strikes);
            }
        }
    }

    public bool Includes(Fault fault) => chosen.Contains(fault);

    /// <summary>Asks at an opportunity whether the fault strikes now.</summary>
    /// <param name="fault">The fault whose opportunity this is.</param>
    /// <param name="laterChance">Chance, 0 to 1, at each opportunity after the first; 0 means once a day.</param>
    public bool Hits(Fault fault, double laterChance = 0)
    {
        if (!chosen.Contains(fault))
        {
            return false;
        }

        lock (_gate)
        {
            if (!_streams.TryGetValue(fault, out var stream))
            {
                _streams[fault] = new Random(unchecked((seed * 397) ^ (int)fault));
                _strikes[fault] = 1;
                return true;
            }

            var hit = stream.NextDouble() < laterChance;
            _strikes[fault] += hit ? 1 : 0;
            return hit;
        }
    }
}
