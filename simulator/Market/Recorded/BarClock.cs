namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Reads the first column of a row.</summary>
/// <param name="text">The column.</param>
/// <param name="bar">When the bar belongs to a day that is wanted, the bar.</param>
internal delegate BarClockReading BarClock(ReadOnlySpan<byte> text, out BarTime bar);
