namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>A price that the underlying is made to pass through, so that a scenario holds whatever the seed.</summary>
/// <param name="At">New York wall time within the session, both ends included.</param>
/// <param name="Move">Price against the start price, a fraction: −0.03 is 3 % below it.</param>
/// <param name="Session">Which session, from 0.</param>
public sealed record DriftPoint(TimeOnly At, double Move, int Session = 0);
