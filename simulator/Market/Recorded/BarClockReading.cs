namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>What the first column of a row turned out to be.</summary>
internal enum BarClockReading
{
    /// <summary>A bar of a day that is wanted.</summary>
    Wanted,

    /// <summary>A bar of another day.</summary>
    OtherDay,

    /// <summary>Not the start of a bar.</summary>
    Malformed,
}
