using System.CommandLine;
using System.Globalization;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Telegram;

namespace ExitDesk.Simulator.CommandLine;

/// <summary>The command line of the simulator: also the contract for scripts.</summary>
public static class RunCommand
{
    private const string Fastest = "max";
    private const int MostDays = 30;
    private const int MostKills = 500;

    private static readonly Option<string> Scenario = new("--scenario") { Description = "Scenario to play; --list names them.", DefaultValueFactory = _ => FirstDay.Name };
    private static readonly Option<bool> List = new("--list") { Description = "Name the scenarios, one a line, and end." };
    private static readonly Option<bool> ListFaults = new("--list-faults") { Description = "Name the faults, one a line, and end." };
    private static readonly Option<string> Days = new("--days") { Description = $"Sessions to play in a row with the nights between them, 1 to {MostDays}; of recorded quotes as many as there are.", DefaultValueFactory = _ => "1" };
    private static readonly Option<string?> Recorded = new("--recorded") { Description = "Folder of recorded quotes to replay, with --date and --underlying." };
    private static readonly Option<string?> Date = new("--date") { Description = "Day to replay, yyyy-MM-dd." };
    private static readonly Option<string?> Underlying = new("--underlying") { Description = "Stock whose options are replayed." };
    private static readonly Option<string?> Positions = new("--positions") { Description = "JSON file: a list of {symbol, quantity, openedAt, entryPrice?, structure?}, quantity below 0 for short; without it a scenario's own, and none beside --recorded." };
    private static readonly Option<string> Speed = new("--speed") { Description = "Simulated seconds a second, or max for as fast as the function app keeps up.", DefaultValueFactory = _ => "120" };
    private static readonly Option<string> Sweeps = new("--sweeps") { Description = "Seconds of market time from one sweep to the next: 15, or less where the account is to be watched closely.", DefaultValueFactory = _ => $"{Schedule.Recommended}" };
    private static readonly Option<string> Seed = new("--seed") { Description = "Seed of market and faults.", DefaultValueFactory = _ => "1" };
    private static readonly Option<string> Faults = new("--faults") { Description = "Faults to inject, separated by commas, or all; --list-faults names them.", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Kills = new("--kills") { Description = $"Times to kill the function app at random, 0 to {MostKills}: between any two of its effects, more often in closings.", DefaultValueFactory = _ => "0" };
    private static readonly Option<string> Mode = new("--mode") { Description = "monitor or active.", DefaultValueFactory = _ => "active" };
    private static readonly Option<string> Approve = new("--approve") { Description = "auto: a scripted owner presses the button of each card that acts; slow: four minutes late; random: acts, declines or does nothing, by the seed; never: nobody does.", DefaultValueFactory = _ => "never" };
    private static readonly Option<bool> Group = new("--group") { Description = "The bot reports to a group, in which a viewer may look on, in place of its owner's private chat." };
    private static readonly Option<bool> Headless = new("--headless") { Description = "Plain lines in place of the live table." };
    private static readonly Option<string?> Report = new("--report") { Description = "JSON file to write the report to." };
    private static readonly Option<string> Instances = new("--instances") { Description = "Function app processes on the one account, 1 to 4.", DefaultValueFactory = _ => "1" };

    /// <summary>Reads the arguments and runs; wrong ones are listed all at once, exit code 2.</summary>
    public static Task<int> InvokeAsync(string[] args, Func<RunOptions, Task<int>> run)
    {
        var command = new RootCommand("ExitDesk's simulated market: plays a trading day against the real function app.")
        {
            Scenario, List, ListFaults, Days, Recorded, Date, Underlying, Positions, Speed, Sweeps, Seed, Faults, Kills, Mode, Approve, Group, Headless, Report, Instances,
        };
        command.SetAction(async (result, _) =>
        {
            if (result.GetValue(List) || result.GetValue(ListFaults))
            {
                await ListAsync(result.GetValue(List) ? Scenarios() : FaultNames.Lines).ConfigureAwait(false);
                return ExitCodes.Good;
            }

            var options = Read(result, out var problems);
            if (problems.Count == 0)
            {
                return await run(options).ConfigureAwait(false);
            }

            await SayAsync(problems).ConfigureAwait(false);
            return ExitCodes.WrongUse;
        });
        var result = command.Parse(args);
        return result.Errors.Count > 0 ? RefuseAsync(result) : result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    // By itself the library would print its help below the problems and end with the code of a bad day.
    private static async Task<int> RefuseAsync(ParseResult result)
    {
        var problems = result.Errors.Select(error => error.Message).ToList();

        // A value that cannot be read cannot be checked; words that mean nothing leave the others readable.
        if (result.Errors.Count == result.UnmatchedTokens.Count)
        {
            Read(result, out var more);
            problems.AddRange(more);
        }

        await SayAsync(problems).ConfigureAwait(false);
        return ExitCodes.WrongUse;
    }

    private static IEnumerable<string> Scenarios() => ScenarioCatalog.All.Select(entry => $"{entry.Name,-12} {entry.Words}");

    private static async Task ListAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
        }
    }

    private static async Task SayAsync(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
        }
    }

    private static RunOptions Read(ParseResult result, out List<string> problems)
    {
        problems = [];
        var faults = FaultNames.Read(result.GetValue(Faults)!, out var unknown);
        problems.AddRange(unknown.Select(problem => $"--faults: {problem}"));
        var options = new RunOptions
        {
            Scenario = result.GetValue(Scenario)!,
            Days = ReadWhole("--days", result.GetValue(Days)!, problems),
            Recorded = result.GetValue(Recorded),
            Date = ReadDate(result.GetValue(Date), problems),
            Underlying = result.GetValue(Underlying),
            Positions = result.GetValue(Positions),
            Speed = ReadSpeed(result.GetValue(Speed)!, problems),
            SweepSeconds = ReadWhole("--sweeps", result.GetValue(Sweeps)!, problems),
            Seed = ReadWhole("--seed", result.GetValue(Seed)!, problems),
            Faults = faults,
            Kills = ReadWhole("--kills", result.GetValue(Kills)!, problems),
            Mode = Choose("--mode", result.GetValue(Mode)!, problems, "Monitor", "Active"),
            Approve = Enum.Parse<ApprovalHabit>(Choose("--approve", result.GetValue(Approve)!, problems, "Auto", "Slow", "Random", "Never")),
            Group = result.GetValue(Group),
            Headless = result.GetValue(Headless),
            Report = result.GetValue(Report),
            Instances = ReadWhole("--instances", result.GetValue(Instances)!, problems),
        };
        if (options.Recorded is not null && result.GetResult(Scenario) is { Implicit: false })
        {
            problems.Add("--scenario and --recorded are two markets: give one of them");
        }

        Check(options, problems);
        return options;
    }

    private static void Check(RunOptions options, List<string> problems)
    {
        if (options.Instances is < 1 or > 4)
        {
            problems.Add($"--instances: {options.Instances} is not between 1 and 4");
        }

        if (options.SweepSeconds is < 1 or > Schedule.Recommended || 30 % options.SweepSeconds != 0)
        {
            problems.Add($"--sweeps: {options.SweepSeconds} is none of 1, 2, 3, 5, 6, 10 and 15");
        }

        if (options.Kills is < 0 or > MostKills)
        {
            problems.Add($"--kills: {options.Kills} is not between 0 and {MostKills}");
        }

        if (options.Days is < 1 or > MostDays)
        {
            problems.Add($"--days: {options.Days} is not between 1 and {MostDays}");
        }

        if (options.Recorded is null && ScenarioCatalog.Find(options.Scenario) is null)
        {
            problems.Add($"--scenario: \"{options.Scenario}\" is not known; the nearest is {ScenarioCatalog.Nearest(options.Scenario)}, --list names all");
        }

        if (options.Recorded is null && (options.Date is not null || options.Underlying is not null))
        {
            problems.Add("--date and --underlying need --recorded DIR");
        }

        if (options.Recorded is not null && (options.Date is null || options.Underlying is null))
        {
            problems.Add("--recorded needs --date YYYY-MM-DD and --underlying SYM");
        }

        if (options.Positions is { } file && !File.Exists(file))
        {
            problems.Add($"--positions: \"{file}\" does not exist");
        }

        if (options.Report is { } report && Path.GetDirectoryName(Path.Combine(Environment.CurrentDirectory, report)) is var folder && !Directory.Exists(folder))
        {
            problems.Add($"--report: the folder \"{folder}\" does not exist; make it first");
        }
        else if (Directory.Exists(options.Report))
        {
            problems.Add($"--report: \"{options.Report}\" is a folder; name a file");
        }
    }

    private static DateOnly? ReadDate(string? text, List<string> problems)
    {
        if (text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        problems.Add($"--date: \"{text}\" is no day; write it like 2015-12-23");
        return date;
    }

    private static int ReadWhole(string name, string text, List<string> problems)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add($"{name}: \"{text}\" is no whole number");
        return 1;
    }

    private static double? ReadSpeed(string text, List<string> problems)
    {
        if (text == Fastest)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 100_000)
        {
            return speed;
        }

        problems.Add($"--speed: \"{text}\" is neither a number above 0 nor {Fastest}");
        return null;
    }

    private static string Choose(string name, string text, List<string> problems, params string[] choices)
    {
        var chosen = choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (chosen is null)
        {
            problems.Add($"{name}: \"{text}\" is not one of {string.Join(", ", choices).ToLowerInvariant()}");
        }

        return chosen ?? choices[^1];
    }
}
