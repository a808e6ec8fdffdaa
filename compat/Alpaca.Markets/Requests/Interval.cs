namespace Alpaca.Markets;

/// <summary>A range with both ends in it; a null end is open.</summary>
public readonly record struct Interval<TItem>
    where TItem : struct, IComparable<TItem>
{
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public Interval(TItem? from, TItem? into)
    {
        if (from is { } first && into is { } last && first.CompareTo(last) > 0)
        {
            throw new ArgumentException("Time interval should be valid.");
        }

        From = from;
        Into = into;
    }

    public TItem? From { get; }

    public TItem? Into { get; }
}
