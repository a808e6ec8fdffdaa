namespace ExitDesk.Simulator.Report;

/// <summary>The function app's process.</summary>
/// <param name="ReadySeconds">From start to the first answer.</param>
/// <param name="PeakMegabytes">The most memory held at once (peak working set).</param>
/// <param name="Restarts">How often it was started again.</param>
public sealed record FunctionAppReport(double ReadySeconds, double PeakMegabytes, int Restarts);
