namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Random numbers that are a function of where they are needed, not of how often one asked before.</summary>
/// <remarks>Mixing is SplitMix64's (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014).</remarks>
internal readonly struct SeededNoise
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private readonly ulong _key;

    /// <summary>A stream of its own for each seed and name.</summary>
    public SeededNoise(int seed, string name)
    {
        unchecked
        {
            // FNV-1a: string.GetHashCode differs from run to run.
            var hash = 14695981039346656037UL;
            foreach (var letter in name)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            _key = Mix(hash ^ ((ulong)(uint)seed * Golden));
        }
    }

    /// <summary>Above 0 and below 1.</summary>
    public double Uniform(long index)
    {
        unchecked
        {
            return ((Mix(_key + ((ulong)index * Golden)) >> 11) + 0.5) / (1UL << 53);
        }
    }

    /// <summary>From 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count, long index) => (int)(Uniform(index) * count);

    /// <summary>Standard normal, by Box and Muller (1958).</summary>
    public double Normal(long index) =>
        Math.Sqrt(-2 * Math.Log(Uniform(2 * index))) * Math.Cos(2 * Math.PI * Uniform((2 * index) + 1));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
