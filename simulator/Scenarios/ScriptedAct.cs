using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Something that the owner, the broker or another trader does at a given time, whatever the seed.</summary>
/// <param name="At">UTC, market time.</param>
/// <param name="Words">What a viewer is told, for instance "the owner rests a stop in AAPL".</param>
/// <param name="Do">Done once, at its time, unless the position that it is about is gone.</param>
public sealed record ScriptedAct(DateTimeOffset At, string Words, Action<SimulatedVenue> Do);
