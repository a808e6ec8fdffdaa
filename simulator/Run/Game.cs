using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Storage;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Terminal;
using Spectre.Console;

namespace ExitDesk.Simulator.Run;

/// <summary>The whole program: start, play, report, stop.</summary>
public static class Game
{
    /// <summary>Plays what the command line asks for.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> PlayAsync(RunOptions options, CancellationToken cancellationToken)
    {
        if (ScenarioLoader.Load(options, out var problems) is not { } scenario)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            }

            return ExitCodes.WrongUse;
        }

        try
        {
            return await PlayAsync(scenario, options, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("Stopped.".AsMemory(), CancellationToken.None).ConfigureAwait(false);
            return ExitCodes.Bad;
        }
        catch (OpeningException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            return ExitCodes.WrongUse;
        }
        catch (Exception problem) when (problem is DeskStartException or TimeoutException or NodeUnavailableException or NodePackagesException or AzuriteException)
        {
            await Console.Error.WriteLineAsync(problem.Message.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            return ExitCodes.Bad;
        }
    }

    private static async Task<int> PlayAsync(Scenario scenario, RunOptions options, CancellationToken cancellationToken)
    {
        await using var rig = await Rig.StartAsync(scenario, options, Console.Out, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        await rig.SetUpChatAsync(cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"Chat    {rig.Telegram.Address}   (buttons and commands work there)");
        Console.WriteLine($"Health  {rig.Desks[0].HealthAddress}");
        if (scenario.Days.Count < options.Days)
        {
            Console.WriteLine($"Only {scenario.Days.Count} of {options.Days} days are recorded in a row: those are played.");
        }

        if (scenario.Openings.Count == 0)
        {
            Console.WriteLine("No positions are listed: the account stays empty. --positions FILE.json lists some.");
        }

        using var watch = new DayWatch(rig);
        using var owner = ScriptedUser.Attend(rig.Telegram.Chat, options.Approve, options.Seed);
        using IDayView view = options.Headless || Console.IsOutputRedirected
            ? new PlainView(rig, watch, Console.Out)
            : new LiveView(rig, watch, AnsiConsole.Console, TimeProvider.System);
        var finished = await PlayDayAsync(view, new DayRunner(rig, options.Speed, watch), cancellationToken).ConfigureAwait(false);
        var report = await new ReportBuilder(rig, watch, options).BuildAsync(CancellationToken.None).ConfigureAwait(false);
        foreach (var line in Scorecard.Lines(report))
        {
            Console.WriteLine(line);
        }

        if (options.Report is { } file)
        {
            await ReportFile.WriteAsync(file, report, CancellationToken.None).ConfigureAwait(false);
        }

        return ExitCodes.Of(report, finished);
    }

    // Ctrl+C ends the day, not the program: the scorecard still tells how far it came.
    private static async Task<bool> PlayDayAsync(IDayView view, DayRunner runner, CancellationToken cancellationToken)
    {
        try
        {
            await view.ShowAsync(runner.RunAsync(cancellationToken)).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Stopped before the day was over.");
            return false;
        }
    }
}
