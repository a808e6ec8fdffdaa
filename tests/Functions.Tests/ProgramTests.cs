using System.Diagnostics;
using ExitDesk.Functions.Http;
using Xunit;

namespace ExitDesk.Functions.Tests;

public sealed class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task WhenSettingsAreMissingOrMalformed_ItExitsWithOneAndListsThemAll()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(TelegramWebhook).Assembly.Location])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["TELEGRAM_BOT_TOKEN"] = "hunter2";
        foreach (var name in new[] { "LedgerConnection", "ServiceBusConnection", "SYNC_SCHEDULE", "EVALUATE_SCHEDULE", "SETTLE_SCHEDULE" })
        {
            start.Environment[name] = "garbage";
        }

        foreach (var name in new[] { "ALPACA_KEY_ID", "TELEGRAM_CHAT_ID", "EXITDESK_ACCOUNT" })
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal(1, process.ExitCode);
        foreach (var name in new[]
        {
            "EXITDESK_ACCOUNT", "ALPACA_KEY_ID", "TELEGRAM_BOT_TOKEN", "TELEGRAM_CHAT_ID", "LedgerConnection", "ServiceBusConnection",
            "SYNC_SCHEDULE", "EVALUATE_SCHEDULE", "SETTLE_SCHEDULE",
        })
        {
            Assert.Contains($"  {name}: ", errors, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hunter2", errors + await output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
