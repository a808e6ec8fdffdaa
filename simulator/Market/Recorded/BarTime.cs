namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>When a bar becomes known.</summary>
/// <param name="Day">Index of its day among the days wanted.</param>
/// <param name="End">Its end, when its close is published: seconds since the start of the first day wanted.</param>
internal readonly record struct BarTime(int Day, int End);
