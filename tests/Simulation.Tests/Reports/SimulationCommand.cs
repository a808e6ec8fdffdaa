using System.Diagnostics;
using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Days;
using ExitDesk.Simulation.Tests.Mutants;

namespace ExitDesk.Simulation.Tests.Reports;

/// <summary>Plays days from the command line: one and its timeline, a long run of many, or the broken protocols.</summary>
internal static class SimulationCommand
{
    private static readonly string[] Options = ["--seed", "--days", "--from"];

    /// <returns>0 if all held, 1 on a violation, 2 if the arguments make no sense.</returns>
    public static int Run(string[] arguments, TextWriter output)
    {
        if (arguments is ["--mutants", .. var names] && names.All(name => ProtocolMutants.All.Any(mutant => mutant.Name == name)))
        {
            return Hunt([.. ProtocolMutants.All.Where(mutant => names.Length == 0 || names.Contains(mutant.Name))], output);
        }

        if (Read(arguments) is not { } given)
        {
            output.WriteLine("--seed N        plays one day and tells it");
            output.WriteLine("--days N        plays N days, from seed 1 on");
            output.WriteLine("--from S        … from seed S on");
            output.WriteLine("--mutants       plays days without each guard of the protocol in turn; names after it: without those");
            return 2;
        }

        return given.TryGetValue("--seed", out var seed) ? Tell(seed, output) : Play(given.GetValueOrDefault("--from", 1), (int)given.GetValueOrDefault("--days", 2_000), output);
    }

    private static Dictionary<string, long>? Read(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!Options.Contains(arguments[i]) || i + 1 == arguments.Count
                || !long.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > int.MaxValue)
            {
                return null;
            }

            given[arguments[i]] = value;
        }

        return given;
    }

    private static int Tell(long seed, TextWriter output)
    {
        var result = DayRun.Play(seed);
        if (result.Violation is not null)
        {
            output.WriteLine(FailureReport.Of(result, CloseProtocol.Guards));
            return 1;
        }

        foreach (var line in result.Timeline.Lines())
        {
            output.WriteLine(line);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: all invariants held, {result.Steps} steps, {result.Timeline.Hash()}"));
        return 0;
    }

    private static int Play(long from, int days, TextWriter output)
    {
        var since = Stopwatch.StartNew();
        var gate = new Lock();
        var told = 0.0;
        var result = DayBatch.Play(DaySeeds.From(from, days), CloseProtocol.Guards, played =>
        {
            lock (gate)
            {
                if (since.Elapsed.TotalSeconds - told >= 2)
                {
                    told = since.Elapsed.TotalSeconds;
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{played} days, {played / told:0} a second"));
                }
            }
        });
        output.WriteLine(FaultTable.Of(result));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{result.Days} days, seeds from {from}, {result.DaysPerSecond:0.0} a second, {result.Steps / Math.Max(1, result.Days)} steps a day"));
        if (result.Failure is { } failure)
        {
            output.WriteLine(FailureReport.Of(failure, CloseProtocol.Guards));
        }

        return result.Failure is null ? 0 : 1;
    }

    private static int Hunt(IReadOnlyList<ProtocolMutant> mutants, TextWriter output)
    {
        var survivors = 0;
        foreach (var mutant in mutants)
        {
            var found = MutantHunt.Find(mutant, MutantHunt.Days);
            survivors += found is null ? 1 : 0;
            output.WriteLine($"| {mutant.Name} | {(found is null ? "none" : $"{found.Plan.Seed}")} | {found?.Violation!.Invariant} | {found?.Violation!.What.Split('\n')[0]} |");
        }

        return survivors == 0 ? 0 : 1;
    }
}
