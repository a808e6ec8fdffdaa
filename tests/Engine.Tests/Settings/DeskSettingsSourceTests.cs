using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace ExitDesk.Engine.Tests.Settings;

public sealed class DeskSettingsSourceTests
{
    private const string Token = "1234567:AbC-dEf";

    private static readonly string[] Required =
    [
        "EXITDESK_ACCOUNT", "SYNC_SCHEDULE", "EVALUATE_SCHEDULE", "SETTLE_SCHEDULE", "ALPACA_KEY_ID", "ALPACA_SECRET_KEY",
        "LedgerConnection", "ServiceBusConnection", "TELEGRAM_BOT_TOKEN", "TELEGRAM_CHAT_ID", "TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_ALLOWED_USERS",
    ];

    [Fact]
    public void WhenAllIsWell_TheDeskBeginsInMonitorAndWatches()
    {
        var settings = DeskSettingsSource.Read(Configuration([]), out var problems);
        Assert.Empty(problems);
        Assert.Equal((TradingMode.Monitor, Domain.Positions.Management.Watched), (settings!.Desk.InitialMode, settings.Desk.ExternalPositions));
    }

    [Fact]
    public void WhenNothingIsSet_EveryMissingSettingIsNamedOnce()
    {
        Assert.Null(DeskSettingsSource.Read(new ConfigurationBuilder().Build(), out var problems));
        Assert.Equal(Required.Order(StringComparer.Ordinal), problems.Select(problem => problem.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("EXITDESK_ACCOUNT", "paper main")]
    [InlineData("EXITDESK_MODE", "Full")]
    [InlineData("EXITDESK_EXTERNAL_POSITIONS", "all")]
    [InlineData("ALPACA_TRADING_URL", "paper-api")]
    [InlineData("ALPACA_DATA_URL", "ftp://x")]
    [InlineData("ALPACA_OPTION_FEED", "best")]
    [InlineData("ALPACA_STOCK_FEED", "best")]
    [InlineData("TELEGRAM_CHAT_ID", "me")]
    [InlineData("TELEGRAM_ALLOWED_USERS", "1,zwei")]
    [InlineData("TELEGRAM_ALLOWED_USERS", "1,1")]
    [InlineData("TELEGRAM_ALLOWED_USERS", "1,1:viewer")]
    [InlineData("TELEGRAM_ALLOWED_USERS", "1,2:boss")]
    [InlineData("TELEGRAM_ALLOWED_USERS", "1,2:")]
    [InlineData("TELEGRAM_ALLOWED_USERS", "1,-2")]
    [InlineData("TELEGRAM_ALLOWED_USERS", "1:viewer, 2:viewer")]
    [InlineData("TELEGRAM_API_URL", "nowhere")]
    [InlineData("SYNC_SCHEDULE", "each minute")]
    [InlineData("SYNC_SCHEDULE", "0 * * * *")]
    [InlineData("EVALUATE_SCHEDULE", "*/15 * * * * * *")]
    [InlineData("EVALUATE_SCHEDULE", "61 * * * * *")]
    [InlineData("SETTLE_SCHEDULE", "30")]
    [InlineData("SETTLE_SCHEDULE", "00:00:00")]
    [InlineData("SETTLE_SCHEDULE", "-00:01:00")]
    [InlineData("EXIT_PLAN_FILE", "/does/not/exist.json")]
    public void WhenOneIsMalformed_ItIsNamedWithItsValue(string name, string value)
    {
        Assert.Null(DeskSettingsSource.Read(Configuration([new(name, value)]), out var problems));
        var problem = Assert.Single(problems);
        Assert.StartsWith(name + ": ", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TELEGRAM_BOT_TOKEN", "hunter2-is-no-token")]
    [InlineData("TELEGRAM_WEBHOOK_SECRET", "hunter2 with blanks")]
    [InlineData("LedgerConnection", "hunter2")]
    [InlineData("LedgerConnection", "hunter2=1")]
    [InlineData("LedgerConnection", "UseDevelopmentStorage=hunter2")]
    [InlineData("LedgerConnection", "AccountName=desk;AccountKey=hunter2!;EndpointSuffix=core.windows.net")]
    [InlineData("LedgerConnection", "AccountName=desk;AccountKey=aHVudGVyMg==;TableEndpoint=hunter2")]
    [InlineData("ServiceBusConnection", "hunter2")]
    [InlineData("ServiceBusConnection", "=hunter2")]
    [InlineData("ServiceBusConnection", "SharedAccessKey=hunter2")]
    [InlineData("ServiceBusConnection", "Endpoint=sb://desk.example/;hunter2")]
    [InlineData("ServiceBusConnection", "Endpoint=sb://desk.example/;SharedAccessKey=hunter2")]
    [InlineData("ServiceBusConnection", "Endpoint=sb://desk.example/;SharedAccessKeyName=hunter2")]
    [InlineData("ServiceBusConnection", "Endpoint=sb://desk.example/;SharedAccessKeyName=n;SharedAccessKey=hunter2;EntityPath=close-requests")]
    public void WhenASecretIsMalformed_ItsValueIsNotShown(string name, string value)
    {
        Assert.Null(DeskSettingsSource.Read(Configuration([new(name, value)]), out var problems));
        var problem = Assert.Single(problems);
        Assert.StartsWith(name, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenConnectionsAndSchedulesAreMalformed_OneStartNamesThemAll()
    {
        string[] names = ["EVALUATE_SCHEDULE", "LedgerConnection", "SETTLE_SCHEDULE", "SYNC_SCHEDULE", "ServiceBusConnection"];
        Assert.Null(DeskSettingsSource.Read(Configuration([.. names.Select(name => KeyValuePair.Create(name, (string?)"garbage"))]), out var problems));
        Assert.Equal(names, problems.Select(problem => problem.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SYNC_SCHEDULE", "00:01:00")]
    [InlineData("SYNC_SCHEDULE", "0 */5 14-21 * JAN-DEC MON-FRI")]
    [InlineData("LedgerConnection", "UseDevelopmentStorage=true")]
    [InlineData("LedgerConnection", "DefaultEndpointsProtocol=https;AccountName=desk;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net")]
    [InlineData("ServiceBusConnection", "Endpoint=sb://localhost:5300/;SharedAccessKeyName=key;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=true")]
    [InlineData("ServiceBusConnection", "Endpoint=sb://desk.example/;SharedAccessSignature=SharedAccessSignature sr=x&sig=y")]
    public void WhenWellFormed_ItIsTaken(string name, string value)
    {
        DeskSettingsSource.Read(Configuration([new(name, value)]), out var problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void WhenUsersHaveRoles_OwnersActAndViewersLook()
    {
        var users = DeskSettingsSource.Read(Configuration([new("TELEGRAM_ALLOWED_USERS", "1, 2:viewer, 3: OWNER")]), out _)!.Operator;
        Assert.Equal(
            [OperatorRole.Owner, OperatorRole.Viewer, OperatorRole.Owner, null],
            new long[] { 1, 2, 3, 4 }.Select(users.RoleOf));
    }

    [Fact]
    public void WhenPrinted_NoSecretIsShown()
    {
        var settings = DeskSettingsSource.Read(Configuration([]), out _)!;
        var printed = settings + "\n" + settings.Alpaca + settings.Ledger + settings.ServiceBus + settings.Telegram + settings.Operator;
        Assert.DoesNotContain("s3cret", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, printed, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(KeyValuePair<string, string?>[] changes)
    {
        var values = new Dictionary<string, string?>
        {
            ["EXITDESK_ACCOUNT"] = "paper-main",
            ["SYNC_SCHEDULE"] = "0 * * * * *",
            ["EVALUATE_SCHEDULE"] = "*/15 * * * * *",
            ["SETTLE_SCHEDULE"] = "30 * * * * *",
            ["ALPACA_KEY_ID"] = "PK1",
            ["ALPACA_SECRET_KEY"] = "s3cret-alpaca",
            ["LedgerConnection"] = "UseDevelopmentStorage=true;s3cret=1",
            ["ServiceBusConnection"] = "Endpoint=sb://x/;SharedAccessKeyName=n;SharedAccessKey=s3cret",
            ["TELEGRAM_BOT_TOKEN"] = Token,
            ["TELEGRAM_CHAT_ID"] = "-100",
            ["TELEGRAM_WEBHOOK_SECRET"] = "s3cret-hook",
            ["TELEGRAM_ALLOWED_USERS"] = "1, 2",
        };
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
