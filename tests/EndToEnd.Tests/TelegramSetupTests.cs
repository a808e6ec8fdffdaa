using System.Diagnostics;
using System.Reflection;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Telegram;
using ExitDesk.Simulator.Time;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

/// <summary><c>dotnet run --project functions -- telegram …</c> as a process, against the simulated Bot API.</summary>
public sealed class TelegramSetupTests : IAsyncLifetime
{
    private const string Token = "7001:AAtop-secret_value";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string FunctionsAssembly = typeof(TelegramEndpoint).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "FunctionsAssembly").Value!;

    private TelegramEndpoint _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramEndpoint.StartAsync(
        new TelegramOptions { Token = Token, OwnerId = 42, ChatId = 42 },
        new MarketClock(new DateTimeOffset(2026, 11, 20, 19, 28, 5, TimeSpan.Zero)), FaultPlan.None);

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task WhenSetUp_WebhookAndMenuAreThereAndStatusAndRemoveWork()
    {
        var (code, said) = await RunAsync(["telegram", "setup", "https://desk.example.org"]);
        Assert.True(code == 0, said);
        Assert.Equal("https://desk.example.org/api/telegram", _telegram.Chat.Webhook!.Url.OriginalString);
        Assert.Equal("choose-your-own", _telegram.Chat.Webhook.SecretToken);
        Assert.Contains(_telegram.Chat.Commands, command => command.Command == "closeall");
        Assert.DoesNotContain("secret_value", said, StringComparison.Ordinal);

        (code, said) = await RunAsync(["telegram", "status"]);
        Assert.True(code == 0 && said.Contains("Webhook https://desk.example.org/api/telegram", StringComparison.Ordinal), said);

        (code, said) = await RunAsync(["telegram", "remove"]);
        Assert.True(code == 0, said);
        Assert.Null(_telegram.Chat.Webhook);
        Assert.Empty(_telegram.Chat.Commands);
    }

    [Theory]
    [InlineData(2, "telegram setup ADDRESS", "telegram")]
    [InlineData(2, "telegram setup ADDRESS", "telegram", "setup")]
    [InlineData(2, "is no https address", "telegram", "setup", "http://desk.example.org")]
    [InlineData(2, "telegram setup ADDRESS", "telegram", "stats")]
    public async Task WhenTheWordsAreWrong_ItShowsThemAndEndsWithTwo(int expected, string words, params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments);
        Assert.Equal(expected, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenSettingsAreWrong_AllAreNamedAtOnceAndItEndsWithOne()
    {
        var (code, said) = await RunAsync(["telegram", "status"], ("TELEGRAM_BOT_TOKEN", "hunter2"), ("TELEGRAM_WEBHOOK_SECRET", "ä"), ("TELEGRAM_ALLOWED_USERS", "7:viewer"));
        Assert.Equal(1, code);
        Assert.Contains("  TELEGRAM_BOT_TOKEN: ", said, StringComparison.Ordinal);
        Assert.Contains("  TELEGRAM_WEBHOOK_SECRET: ", said, StringComparison.Ordinal);
        Assert.Contains("names no owner", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTelegramRefuses_ItSaysWhatToDoWithoutTheTokenAndEndsWithThree()
    {
        var (code, said) = await RunAsync(["telegram", "status"], ("TELEGRAM_BOT_TOKEN", "7001:another-secret_value"));
        Assert.Equal(3, code);
        Assert.Contains("BotFather", said, StringComparison.Ordinal);
        Assert.DoesNotContain("another-secret_value", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTelegramIsNotThere_ItSaysSoWithoutTheTokenAndEndsWithThree()
    {
        var (code, said) = await RunAsync(["telegram", "status"], ("TELEGRAM_API_URL", "http://127.0.0.1:1"));
        Assert.Equal(3, code);
        Assert.Contains("TELEGRAM_API_URL", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret_value", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", FunctionsAssembly, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in new[]
        {
            ("TELEGRAM_BOT_TOKEN", Token), ("TELEGRAM_API_URL", _telegram.Address.ToString()), ("TELEGRAM_WEBHOOK_SECRET", "choose-your-own"),
            ("TELEGRAM_CHAT_ID", "42"), ("TELEGRAM_ALLOWED_USERS", "42"),
        }.Concat(settings))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output + errors);
    }
}
