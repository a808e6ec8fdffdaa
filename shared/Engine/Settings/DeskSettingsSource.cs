using Azure.Identity;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Adapters.Alpaca;
using ExitDesk.Engine.Adapters.ServiceBus;
using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.Engine.Adapters.Telegram;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Extensions.Configuration;

namespace ExitDesk.Engine.Settings;

/// <summary>Reads and checks all settings before anything starts: one run shows every problem.</summary>
public static class DeskSettingsSource
{
    // Each with the schedule that is recommended for it.
    private static readonly (string Name, string Sample)[] Schedules =
        [("SYNC_SCHEDULE", "0 * * * * *"), ("EVALUATE_SCHEDULE", "*/15 * * * * *"), ("SETTLE_SCHEDULE", "30 * * * * *")];

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Environment variables, usually.</param>
    /// <param name="problems">Every problem, each naming the setting and what to do; empty if the settings hold.</param>
    /// <returns>Null if there is any problem.</returns>
    public static DeskSettings? Read(IConfiguration configuration, out IReadOnlyList<string> problems)
    {
        var reader = new SettingsReader(configuration);
        var account = reader.Text("EXITDESK_ACCOUNT", "give this account's ledger a name, for instance paper-main");
        foreach (var character in account.Where(character => !char.IsAsciiLetterOrDigit(character) && character != '-').Take(1))
        {
            reader.Complain("EXITDESK_ACCOUNT", $"'{character}' is not allowed; use letters, digits and hyphens");
        }

        foreach (var (schedule, sample) in Schedules)
        {
            var how = $"write six fields with seconds first, \"{sample}\" as a rule";
            if (reader.Text(schedule, how) is { Length: > 0 } text && !ScheduleText.IsSchedule(text))
            {
                reader.Complain(schedule, $"\"{text}\" is no schedule; {how}, or an interval such as 00:01:00");
            }
        }

        var telegram = ReadTelegram(reader);
        var settings = new DeskSettings(
            ReadDesk(reader, account), ReadAlpaca(reader), ReadLedger(reader, account), ReadServiceBus(reader), telegram, ReadOperator(reader, telegram), ReadPlans(reader));
        problems = reader.Problems;
        return problems.Count == 0 ? settings : null;
    }

    /// <summary>Reads what concerns Telegram alone.</summary>
    /// <param name="configuration">Environment variables, usually.</param>
    /// <param name="problems">Every problem; empty if these settings hold.</param>
    /// <returns>Null if there is any problem.</returns>
    public static (TelegramOptions Telegram, OperatorOptions Operator)? ReadChat(IConfiguration configuration, out IReadOnlyList<string> problems)
    {
        var reader = new SettingsReader(configuration);
        var telegram = ReadTelegram(reader);
        var operators = ReadOperator(reader, telegram);
        problems = reader.Problems;
        return problems.Count == 0 ? (telegram, operators) : null;
    }

    private static DeskOptions ReadDesk(SettingsReader reader, string account) => new(
        account,
        reader.Choice("EXITDESK_MODE", "Monitor", "Monitor", "Active") == "Active" ? TradingMode.Active : TradingMode.Monitor,
        reader.Choice("EXITDESK_EXTERNAL_POSITIONS", "watch", "watch", "manage") == "manage" ? Management.Managed : Management.Watched);

    private static AlpacaOptions ReadAlpaca(SettingsReader reader) => new()
    {
        KeyId = reader.Text("ALPACA_KEY_ID", "take it from your Alpaca dashboard, API keys"),
        SecretKey = reader.Text("ALPACA_SECRET_KEY", "take it from your Alpaca dashboard, API keys"),
        TradingUrl = reader.Address("ALPACA_TRADING_URL", "https://paper-api.alpaca.markets"),
        DataUrl = reader.Address("ALPACA_DATA_URL", "https://data.alpaca.markets"),
        OptionFeed = reader.Choice("ALPACA_OPTION_FEED", "indicative", "indicative", "opra"),
        StockFeed = reader.Choice("ALPACA_STOCK_FEED", "iex", "iex", "sip"),
    };

    private static TableLedgerOptions ReadLedger(SettingsReader reader, string account)
    {
        var options = new TableLedgerOptions(account);
        if (reader.Find("LedgerConnection") is { } connection)
        {
            if (!TableLedgerOptions.IsConnectionString(connection))
            {
                reader.Complain(
                    "LedgerConnection",
                    "is no storage connection string; it looks like DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net, or is UseDevelopmentStorage=true for Azurite");
            }

            return options with { ConnectionString = connection };
        }

        if ((reader.Find("LedgerConnection__endpoint") ?? reader.Find("LedgerConnection:endpoint")) is { } endpoint)
        {
            if (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme == "https")
            {
                return options with { Endpoint = address, Credential = new DefaultAzureCredential() };
            }

            reader.Complain("LedgerConnection__endpoint", $"\"{endpoint}\" is no https address, for instance https://desk.table.core.windows.net");
            return options;
        }

        reader.Complain(
            "LedgerConnection", "is missing; give a storage connection string (UseDevelopmentStorage=true for Azurite), or LedgerConnection__endpoint for a managed identity");
        return options;
    }

    private static ServiceBusSettings ReadServiceBus(SettingsReader reader)
    {
        var connection = reader.Find("ServiceBusConnection");
        var host = reader.Find("ServiceBusConnection__fullyQualifiedNamespace") ?? reader.Find("ServiceBusConnection:fullyQualifiedNamespace");
        if (connection is null && host is null)
        {
            reader.Complain(
                "ServiceBusConnection", "is missing; give a connection string, or ServiceBusConnection__fullyQualifiedNamespace for a managed identity");
        }
        else if (connection is not null && ServiceBusSettings.ProblemOf(connection) is { } problem)
        {
            reader.Complain("ServiceBusConnection", $"{problem}; it looks like Endpoint=sb://NAME.servicebus.windows.net/;SharedAccessKeyName=…;SharedAccessKey=…");
        }

        return new ServiceBusSettings(connection, host);
    }

    private static TelegramOptions ReadTelegram(SettingsReader reader)
    {
        var token = reader.Text("TELEGRAM_BOT_TOKEN", "take it from BotFather");
        if (token.Length > 0 && (token.IndexOf(':', StringComparison.Ordinal) < 1 || !token.Split(':')[0].All(char.IsAsciiDigit)))
        {
            reader.Complain("TELEGRAM_BOT_TOKEN", "does not look like 1234567:AbC-dEf; take it from BotFather");
        }

        var api = reader.Find("TELEGRAM_API_URL") is null ? null : reader.Address("TELEGRAM_API_URL", "https://api.telegram.org").ToString();
        return new TelegramOptions(token, api, reader.Number("TELEGRAM_CHAT_ID", "write to your bot and take the chat's id from getUpdates"));
    }

    private static OperatorOptions ReadOperator(SettingsReader reader, TelegramOptions telegram)
    {
        var secret = reader.Text("TELEGRAM_WEBHOOK_SECRET", "choose 1 to 256 characters of A-Z, a-z, 0-9, _ and -");
        if (secret.Length > 256 || secret.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-')))
        {
            reader.Complain("TELEGRAM_WEBHOOK_SECRET", "may hold 1 to 256 characters of A-Z, a-z, 0-9, _ and -");
        }

        var users = AllowedUsers.Read(reader);
        return new OperatorOptions(secret, telegram.ChatId, In(OperatorRole.Owner)) { Viewers = In(OperatorRole.Viewer) };

        HashSet<long> In(OperatorRole role) => [.. users.Where(user => user.Value == role).Select(user => user.Key)];
    }

    // Only that it can be read is checked here: what is wrong inside it must not stop the stops.
    private static DeployedPlan ReadPlans(SettingsReader reader)
    {
        var file = reader.Find("EXIT_PLAN_FILE");
        var path = file ?? Path.Combine(AppContext.BaseDirectory, DeployedPlan.FileName);
        if (File.Exists(path))
        {
            return new DeployedPlan(Path.GetFileName(path), File.ReadAllText(path));
        }

        if (file is not null)
        {
            reader.Complain("EXIT_PLAN_FILE", $"\"{file}\" does not exist; leave the setting out for {DeployedPlan.FileName} beside the app");
        }

        return DeployedPlan.None;
    }
}
