using ExitDesk.Simulator.Storage;
using ExitDesk.TestKit.Cycles;
using Spectre.Console;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>One evaluation cycle over 500 positions through the real adapters: calls, transactions and wall time.</summary>
/// <remarks>Broker and storage answer from this machine: the network of a real account is not in the figures.</remarks>
internal static class CycleMeasurement
{
    private const int Positions = 500;
    private const int Repeats = 15;

    public static async Task RunAsync()
    {
        Console.WriteLine($"One evaluation cycle over {Positions} positions. {Machine.Describe()}, {Machine.Load()} at the start");
        await NodePackages.OfSimulator(Console.Out).RestoreAsync();
        await using var storage = await Azurite.StartAsync(new AzuriteOptions());
        await using var desk = await CycleDesk.StartAsync(storage.ConnectionString, "cycles", Positions);
        var table = new Table().AddColumns("cycle", "quote calls", "clock calls", "other calls", "reads", "writes", "ms, median (range)");
        await AddAsync(table, desk, "first: every mark is new, code is cold", 1, _ => { });
        await AddAsync(table, desk, "no quote changed", Repeats, _ => { });
        await AddAsync(table, desk, "5 quotes changed", Repeats, round => desk.Move(5, Bid(round)));
        await AddAsync(table, desk, "all 500 quotes changed", Repeats, round => desk.Move(Positions, Bid(round)));
        desk.Market.StampsAnew = true;
        await AddAsync(table, desk, "no price changed, stamped anew", Repeats, _ => { });
        await AddAsync(table, desk, "3 positions reach their target", 1, _ => desk.Move(3, 3.40m));
        AnsiConsole.Profile.Width = 150;
        AnsiConsole.Write(table);
        Console.WriteLine(Machine.Load() + " at the end");
    }

    // Back and forth within what no rule acts on.
    private static decimal Bid(int round) => round % 2 == 0 ? 2.10m : 2.00m;

    private static async Task AddAsync(Table table, CycleDesk desk, string name, int repeats, Action<int> move)
    {
        var cycles = new List<CycleCost>();
        for (var round = 0; round < repeats; round++)
        {
            move(round);
            cycles.Add(await desk.RunAsync());
        }

        table.AddRow(
            name,
            Range(cycles, cycle => cycle.QuoteCalls),
            Range(cycles, cycle => cycle.ClockCalls),
            Range(cycles, cycle => cycle.OtherCalls + cycle.CalendarCalls),
            Range(cycles, cycle => cycle.Reads),
            Range(cycles, cycle => cycle.Writes),
            Spread.Of(cycles.Select(cycle => cycle.Elapsed.TotalMilliseconds)).Format("0"));
    }

    private static string Range(List<CycleCost> cycles, Func<CycleCost, long> count)
    {
        var (least, most) = (cycles.Min(count), cycles.Max(count));
        return least == most ? $"{least}" : $"{least}–{most}";
    }
}
