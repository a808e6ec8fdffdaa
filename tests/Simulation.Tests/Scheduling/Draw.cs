namespace ExitDesk.Simulation.Tests.Scheduling;

/// <summary>A stream of drawn numbers: the same seed and purpose give the same numbers on every machine.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).</remarks>
internal sealed class Draw
{
    private ulong _state;

    /// <param name="seed">Of the day.</param>
    /// <param name="purpose">Each purpose has a stream of its own: drawing more for one moves no other.</param>
    public Draw(long seed, string purpose)
    {
        _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);
        foreach (var letter in purpose)
        {
            _state = unchecked((_state ^ letter) * 0x100000001B3UL);
        }

        Next();
    }

    /// <summary>Any 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double least, double most) => least + (Share() * (most - least));

    /// <summary>True with a chance from 0 to 1.</summary>
    public bool Happens(double chance) => Share() < chance;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + TimeSpan.FromMilliseconds(Below((int)(most - least).TotalMilliseconds + 1));
}
