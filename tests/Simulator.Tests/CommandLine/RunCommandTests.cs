using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.CommandLine;

[Collection(ConsoleOutput.Name)]
public sealed class RunCommandTests
{
    [Fact]
    public async Task WhenNothingIsSaid_PlaysTheFirstDayAt120()
    {
        var (code, options, problems) = await RunAsync();

        Assert.Equal(ExitCodes.Good, code);
        Assert.Empty(problems);
        Assert.Equal(
            new RunOptions { Scenario = "first-day", Speed = 120, Seed = 1, Mode = "Active", Approve = ApprovalHabit.Never, Instances = 1, Faults = options!.Faults },
            options);
        Assert.Empty(options.Faults);
    }

    [Fact]
    public async Task WhenEverythingIsSaid_PassesItOn()
    {
        var (code, options, _) = await RunAsync(
            "--speed", "max", "--seed", "7", "--faults", "kill,hang", "--mode", "monitor", "--approve", "auto", "--group", "--headless", "--report", "r.json", "--instances", "2", "--days", "3", "--kills", "50", "--sweeps", "1");

        Assert.Equal(ExitCodes.Good, code);
        Assert.Equal((null, 7, "Monitor", ApprovalHabit.Auto), (options!.Speed, options.Seed, options.Mode, options.Approve));
        Assert.Equal((true, "r.json", 2, 3), (options.Headless, options.Report, options.Instances, options.Days));
        Assert.Equal((true, DeskSettings.GroupId), (options.Group, options.ChatId));
        Assert.Equal((50, 1), (options.Kills, options.SweepSeconds));
        Assert.Equal([Fault.Hang, Fault.Kill], options.Faults.Order());
    }

    [Theory]
    [InlineData("auto", ApprovalHabit.Auto)]
    [InlineData("slow", ApprovalHabit.Slow)]
    [InlineData("Random", ApprovalHabit.Random)]
    [InlineData("never", ApprovalHabit.Never)]
    public async Task WhenAHabitIsNamed_TheOwnerHasIt(string word, ApprovalHabit habit)
    {
        var (_, options, _) = await RunAsync("--approve", word);
        Assert.Equal(habit, options!.Approve);
    }

    [Fact]
    public async Task WhenMuchIsWrong_SaysAllOfItAndRunsNothing()
    {
        var (code, options, problems) = await RunAsync(
            "--scenario", "doomsday", "--speed", "fast", "--faults", "kil", "--mode", "reckless", "--approve", "maybe", "--instances", "9", "--seed", "x", "--wat",
            "--date", "23.12.2015", "--underlying", "GOOG", "--positions", "no-such-file.json");

        Assert.Equal(ExitCodes.WrongUse, code);
        Assert.Null(options);
        Assert.All(
            ["--scenario:", "--speed:", "--faults:", "--mode:", "--approve:", "--instances:", "--date:", "--positions:", "--seed:", "--wat", "--date and --underlying need --recorded"],
            expected => Assert.Contains(expected, problems, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--recorded needs --date", "--recorded", "data")]
    [InlineData("--scenario and --recorded are two markets", "--scenario", "spreads", "--recorded", "data", "--date", "2015-12-23", "--underlying", "GOOG")]
    [InlineData("--speed: \"0\"", "--speed", "0")]
    [InlineData("--speed: \"-5\"", "--speed", "-5")]
    [InlineData("--speed: \"NaN\"", "--speed", "NaN")]
    [InlineData("--instances: 0", "--instances", "0")]
    [InlineData("--mode: \"\"", "--mode", "")]
    [InlineData("--seed: \"seven\"", "--seed", "seven")]
    [InlineData("--instances: \"two\"", "--instances", "two")]
    [InlineData("--days: 0 is not between 1 and 30", "--days", "0")]
    [InlineData("--days: 31", "--days", "31")]
    [InlineData("--days: \"week\"", "--days", "week")]
    [InlineData("--kills: -1 is not between 0 and 500", "--kills", "-1")]
    [InlineData("--kills: 501", "--kills", "501")]
    [InlineData("--sweeps: 0 is none of", "--sweeps", "0")]
    [InlineData("--sweeps: 4", "--sweeps", "4")]
    [InlineData("--sweeps: 30", "--sweeps", "30")]
    [InlineData("--scenario: \"frist-day\" is not known; the nearest is first-day, --list names all", "--scenario", "frist-day")]
    [InlineData("--speed", "--speed")]
    [InlineData("--whatever", "--whatever")]
    [InlineData("extra", "extra")]
    public async Task WhenOneThingIsWrong_EndsWithCode2AndNamesIt(string expected, params string[] args)
    {
        var (code, options, problems) = await RunAsync(args);

        Assert.Equal(ExitCodes.WrongUse, code);
        Assert.Null(options);
        Assert.Contains(expected, problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAListIsAskedFor_NamesEachScenarioInALineAndRunsNothing()
    {
        var ((code, options, problems), lines) = await ConsoleOutput.LinesOfAsync(() => RunAsync("--list"));

        Assert.Equal(ExitCodes.Good, code);
        Assert.Null(options);
        Assert.Empty(problems);
        Assert.Equal(ScenarioCatalog.All.Select(entry => entry.Name), lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.InRange(line.Length, 30, 130));
    }

    [Fact]
    public async Task WhenTheFaultsAreAskedFor_NamesThemAndRunsNothing()
    {
        var ((code, options, _), lines) = await ConsoleOutput.LinesOfAsync(() => RunAsync("--list-faults"));

        Assert.Equal(ExitCodes.Good, code);
        Assert.Null(options);
        Assert.Equal(FaultNames.Lines, lines);
    }

    [Fact]
    public async Task WhenAFileOfPositionsIsWrong_EndsWithCode2AndNamesThePlace()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """[{ "symbol": "NOPE", "quantity": 0, "openedAt": "09:45" }]""");
            var (code, problems) = await ConsoleOutput.ErrorsOfAsync(() => RunCommand.InvokeAsync(["--positions", file], options => Game.PlayAsync(options, CancellationToken.None)));

            Assert.Equal(ExitCodes.WrongUse, code);
            Assert.Contains("$[0].symbol", problems, StringComparison.Ordinal);
            Assert.Contains("$[0].quantity", problems, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int Code, RunOptions? Options, string Problems)> RunAsync(params string[] args)
    {
        RunOptions? seen = null;
        var (code, problems) = await ConsoleOutput.ErrorsOfAsync(() => RunCommand.InvokeAsync(args, options =>
        {
            seen = options;
            return Task.FromResult(ExitCodes.Good);
        }));
        return (code, seen, problems);
    }
}
