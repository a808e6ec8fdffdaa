using System.Net;
using System.Text.Json;
using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

/// <summary>The storage's process really ends and starts again, on the same folder and port.</summary>
[Collection(DeskDays.Name)]
public sealed class StorageOutageTests(DeskPrerequisites prerequisites)
{
    private static readonly string[] Symbols = [CrashMorning.Apple, CrashMorning.Microsoft, CrashMorning.Nvidia];

    [SkippableFact]
    public async Task WhenTheStorageGoesAndComesBack_TheFunctionAppSaysSoAndRecoversByItself()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfThree(), Fault.StorageDown);
        await day.PlayUntilAsync(9, 33);
        day.CheckEqual(HttpStatusCode.OK, (await HealthAsync(day)).Status, "health before");
        var process = day.Rig.Desks[0].ProcessId;

        for (var outage = 1; outage <= 2; outage++)
        {
            await day.Rig.Storage.StopAsync();
            await day.PassAsync(TimeSpan.FromSeconds(30));
            var (status, words) = await HealthAsync(day);
            day.CheckEqual(HttpStatusCode.ServiceUnavailable, status, $"health in outage {outage}");
            day.Check(words.Contains("storage", StringComparison.OrdinalIgnoreCase), $"It says that the storage is gone: {words}");
            await day.Rig.Storage.RestartAsync();

            // Each timer has run again by then.
            await day.PassAsync(TimeSpan.FromSeconds(75));
            day.CheckEqual(HttpStatusCode.OK, (await HealthAsync(day)).Status, $"health after outage {outage}");
        }

        // From here on the fault stops it itself: as the broker takes an order and the function app has not heard of it.
        await day.PlayUntilAsync(9, 58);
        var report = await day.GoodReportAsync();
        day.CheckEqual(process, day.Rig.Desks[0].ProcessId, "the function app's process");
        foreach (var symbol in Symbols)
        {
            await Closings.CheckClosedOnceAsync(day, report, symbol, TimeSpan.FromMinutes(5));
        }
    }

    [SkippableFact]
    public async Task WhenTheLedgerIsLost_TheFunctionAppBeginsANewOneAndGuardsWhatIsHeld()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfThree());
        await day.PlayUntilAsync(9, 33, 10);
        await day.Rig.Storage.BeginAnewAsync();
        await day.PlayUntilAsync(9, 50);

        var report = await day.GoodReportAsync();
        day.CheckEqual(0, report.FunctionApp.Restarts, "restarts");
        foreach (var symbol in Symbols)
        {
            await Closings.CheckClosedOnceAsync(day, report, symbol, TimeSpan.FromMinutes(1));
        }
    }

    private static async Task<(HttpStatusCode Status, string Words)> HealthAsync(PlayedDay day)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(day.Rig.Desks[0].HealthAddress);
        var words = await answer.Content.ReadAsStringAsync();
        using var report = JsonDocument.Parse(words);
        return (answer.StatusCode, words);
    }
}
