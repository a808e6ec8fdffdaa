namespace ExitDesk.Simulator.Desk;

/// <summary>Keys and names that the simulated services and the function app share.</summary>
public static class DeskSettings
{
    public const string Account = "demo";
    public const string BotToken = "700001:simulated-bot-token";
    public const string WebhookSecret = "simulated-webhook-secret";
    public const string MasterKey = "simulated-master-key";
    public const string HostKey = "simulated-host-key";
    public const long OwnerId = 700_100_200;
    public const long ChatId = 700_100_200;

    /// <summary>Who may look on: the bot tells it everything that it asks for, in the group, and does nothing for it.</summary>
    public const long ViewerId = 700_100_300;

    /// <summary>The group to which the bot reports where others are to look on.</summary>
    public const long GroupId = -1_001_000_000_777;

    // The simulator runs the timers itself, through the host's admin call; by themselves they would run once a year.
    private const string OnceAYear = "0 0 0 1 1 *";

    /// <summary>Environment variables of the function app: settings only, nothing that it would not have in Azure.</summary>
    public static IReadOnlyDictionary<string, string> Environment(DeskAddresses addresses, string mode, string? planFile, long chatId = ChatId)
    {
        var settings = new Dictionary<string, string>
        {
            ["EXITDESK_ACCOUNT"] = Account,
            ["EXITDESK_MODE"] = mode,
            ["EXITDESK_EXTERNAL_POSITIONS"] = "manage",
            ["ALPACA_KEY_ID"] = "PKSIMULATED",
            ["ALPACA_SECRET_KEY"] = "simulated-secret",
            ["ALPACA_TRADING_URL"] = addresses.Trading.ToString(),
            ["ALPACA_DATA_URL"] = addresses.Data.ToString(),
            ["ALPACA_OPTION_FEED"] = "opra",
            ["ALPACA_STOCK_FEED"] = "sip",
            ["LedgerConnection"] = addresses.Ledger,
            ["ServiceBusConnection"] = addresses.Queues,
            ["TELEGRAM_BOT_TOKEN"] = BotToken,
            ["TELEGRAM_API_URL"] = addresses.Telegram.ToString(),
            ["TELEGRAM_WEBHOOK_SECRET"] = WebhookSecret,
            ["TELEGRAM_CHAT_ID"] = $"{chatId}",
            ["TELEGRAM_ALLOWED_USERS"] = $"{OwnerId}, {ViewerId}:viewer",
            ["SYNC_SCHEDULE"] = OnceAYear,
            ["EVALUATE_SCHEDULE"] = OnceAYear,
            ["SETTLE_SCHEDULE"] = OnceAYear,
            ["FUNCTIONS_HOST_KEY"] = HostKey,
            ["FUNCTIONS_MASTER_KEY"] = MasterKey,
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_TieredPGO"] = "0",
        };
        if (planFile is not null)
        {
            settings["EXIT_PLAN_FILE"] = planFile;
        }

        return settings;
    }
}
