using System.Diagnostics;
using ExitDesk.Simulation.Tests.Days;

var clock = Stopwatch.StartNew();
var seeds = int.Parse(args.Length > 0 ? args[0] : "100", System.Globalization.CultureInfo.InvariantCulture);
long steps = 0, entries = 0;
for (var seed = 1L; seed <= seeds; seed++)
{
    var result = DayRun.Play(seed);
    steps += result.Steps;
    entries += result.Timeline.Entries.Count;
    if (result.Violation is { } violation)
    {
        Console.WriteLine($"{seed}: {violation.Invariant} {violation.What[..Math.Min(6000, violation.What.Length)]}");
    }
}

Console.WriteLine($"{seeds / clock.Elapsed.TotalSeconds:0.0} days/s, {steps / seeds} steps, {entries / seeds} entries a day");
return 0;
