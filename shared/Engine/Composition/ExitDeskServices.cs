using Azure.Identity;
using Azure.Messaging.ServiceBus;
using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Adapters.Alpaca;
using ExitDesk.Engine.Adapters.ServiceBus;
using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.Engine.Adapters.Telegram;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.Engine.Workflows.Account;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Entries;
using ExitDesk.Engine.Workflows.Expiry;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Engine.Workflows.Overrides;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.Engine.Workflows.Sync;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;

namespace ExitDesk.Engine.Composition;

/// <summary>Puts the desk together.</summary>
public static class ExitDeskServices
{
    /// <summary>Everything: adapters on the settings, and the workflows over them.</summary>
    public static IServiceCollection AddExitDesk(this IServiceCollection services, DeskSettings settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(settings.Desk)
        .AddSingleton(settings.Operator)
        .AddSingleton(settings.Plans)
        .AddSingleton(settings.Entries)
        .AddSingleton(settings.Alpaca)
        .AddSingleton(settings.Telegram)
        .AddAdapters(settings)
        .AddExitDeskWorkflows();

    /// <summary>The workflows alone, over ports and settings that the caller adds.</summary>
    public static IServiceCollection AddExitDeskWorkflows(this IServiceCollection services) => services
        .AddSingleton(provider => PlanRefresh.BookOf(provider.GetRequiredService<DeployedPlan>()))
        .AddSingleton<PlanRefresh>()
        .AddSingleton<DeskHealth>()
        .AddSingleton<MarketMoments>()
        .AddSingleton<UnderlyingTape>()
        .AddSingleton<UnderlyingReads>()
        .AddSingleton<DeskLedger>()
        .AddSingleton(provider => new ChatAddress(provider.GetRequiredService<OperatorOptions>().ChatId))
        .AddSingleton<ChatMoves>()
        .AddSingleton<ChatPause>()
        .AddSingleton<BlockedChat>()
        .AddSingleton<NoticeLevels>()
        .AddSingleton<CardDelivery>()
        .AddSingleton<NoticeDelivery>()
        .AddSingleton<OutboxDelivery>()
        .AddSingleton<DeskCommits>()
        .AddSingleton<DeskAlerts>()
        .AddSingleton<DeadLetterAlarm>()
        .AddSingleton<RunReports>()
        .AddSingleton<HealthCheck>()
        .AddSingleton<Housekeeping>()
        .AddSingleton<AccountCheck>()
        .AddSingleton<ForeignFills>()
        .AddSingleton<Departures>()
        .AddSingleton<FillParts>()
        .AddSingleton<LateFills>()
        .AddSingleton<RoundTrips>()
        .AddSingleton<Endings>()
        .AddSingleton<ContractBook>()
        .AddSingleton<ExchangeCalendar>()
        .AddSingleton<MarketReads>()
        .AddSingleton<PositionFacts>()
        .AddSingleton<PositionLooks>()
        .AddSingleton<HypotheticalLooks>()
        .AddSingleton<UnderlyingPrices>()
        .AddSingleton<EntryFacts>()
        .AddSingleton<PositionRecords>()
        .AddSingleton<PositionFollowing>()
        .AddSingleton<Orphans>()
        .AddSingleton<OrphanAnswers>()
        .AddSingleton<ExternalPositions>()
        .AddSingleton<UnknownOrderWatch>()
        .AddSingleton<PositionSync>()
        .AddSingleton<Tokens>()
        .AddSingleton<ExpiryNotices>()
        .AddSingleton<AccountMeansReads>()
        .AddSingleton<RestingStops>()
        .AddSingleton<ExpiryReview>()
        .AddSingleton<ExpiryGuardian>()
        .AddSingleton<SweepAppraisal>()
        .AddSingleton<SweepJudging>()
        .AddSingleton<ExpiryButtons>()
        .AddSingleton<OpenQuestions>()
        .AddSingleton<AskOnceRules>()
        .AddSingleton<ExitActions>()
        .AddSingleton<AdoptionCards>()
        .AddSingleton<AccountBooks>()
        .AddSingleton<AccountGuard>()
        .AddSingleton<DeskWatch>()
        .AddSingleton<OverrideReadings>()
        .AddSingleton<OverrideExpirations>()
        .AddSingleton<OverrideBook>()
        .AddSingleton<OverrideMarking>()
        .AddSingleton<OverrideScorecard>()
        .AddSingleton<ExitSweep>()
        .AddSingleton<LedgerInstance>()
        .AddSingleton(CloseProtocol.Guards)
        .AddSingleton<CloseReads>()
        .AddSingleton<CloseNeighbours>()
        .AddSingleton<CloseCircumstances>()
        .AddSingleton<CloseCancels>()
        .AddSingleton<CloseRaising>()
        .AddSingleton<CloseProgress>()
        .AddSingleton<CloseBreaker>()
        .AddSingleton<LeftLegs>()
        .AddSingleton<CloseTurns>()
        .AddSingleton<CloseSubmission>()
        .AddSingleton<PutBacks>()
        .AddSingleton<CloseFills>()
        .AddSingleton<CloseBooks>()
        .AddSingleton<CloseSettling>()
        .AddSingleton<CloseExecution>()
        .AddSingleton<CloseSettlement>()
        .AddSingleton<EntryProgress>()
        .AddSingleton<EntryReads>()
        .AddSingleton<EntryBreaker>()
        .AddSingleton<EntryQuestions>()
        .AddSingleton<EntryAnswers>()
        .AddSingleton<EntrySubmission>()
        .AddSingleton<EntryCancels>()
        .AddSingleton<EntryBooking>()
        .AddSingleton<EntrySettling>()
        .AddSingleton<EntryExecution>()
        .AddSingleton<EntrySettlement>()
        .AddSingleton<Dispatcher>()
        .AddSingleton<EntryMessages>()
        .AddOperator();

    /// <summary>What tells Telegram where to deliver: it needs nothing of the desk.</summary>
    public static TelegramSetup SetupOf(TelegramOptions options) => new(BotOf(options), options.BotToken);

    // The client must not sleep on a 429: what waits, waits in the ledger.
    private static TelegramBotClient BotOf(TelegramOptions options) =>
        new(new TelegramBotClientOptions(options.BotToken, options.ApiUrl) { RetryThreshold = 0 });

    // A queue that hangs must not hold up the positions that come after; what it did not take stays in the ledger.
    private static ServiceBusClientOptions QueueOptions => new()
    {
        RetryOptions = { MaxRetries = 1, TryTimeout = TimeSpan.FromSeconds(5) },
    };

    // One client closes, another reads for the rest of the desk, a third opens: each has connections of its own, and the first one's
    // calls are kept free by the others.
    private static AlpacaTradingClient TradingClient(IServiceProvider provider, AlpacaOptions options, CallShare share) =>
        new(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<BrokerCalls>(), share);

    private static AlpacaOptions ForEntries(AlpacaOptions options) => options with { TradingUrl = options.EntryUrl ?? options.TradingUrl };

    private static IServiceCollection AddAdapters(this IServiceCollection services, DeskSettings settings) => services
        .AddSingleton<BrokerCalls>()
        .AddSingleton<IBrokerBudget>(provider => provider.GetRequiredService<BrokerCalls>())
        .AddSingleton<IBroker>(provider => TradingClient(provider, settings.Alpaca, CallShare.Closes))
        .AddSingleton<IBrokerReads>(provider => TradingClient(provider, settings.Alpaca, CallShare.Others))
        .AddSingleton<IEntryBroker>(provider => TradingClient(provider, ForEntries(settings.Alpaca), CallShare.Others))
        .AddSingleton<SdkClients>()
        .AddSingleton<IMarketData, AlpacaMarketData>()
        .AddSingleton(_ => new TableLedger(settings.Ledger))
        .AddSingleton<ILedger>(provider => provider.GetRequiredService<TableLedger>())
        .AddSingleton<ILedgerTraffic>(provider => provider.GetRequiredService<TableLedger>().Transactions)
        .AddSingleton(_ => settings.ServiceBus.ConnectionString is { } connection
            ? new ServiceBusClient(connection, QueueOptions)
            : new ServiceBusClient(settings.ServiceBus.FullyQualifiedNamespace!, new DefaultAzureCredential(), QueueOptions))
        .AddSingleton<IMessageSender, ServiceBusMessageSender>()
        .AddSingleton<ITelegramBotClient>(_ => BotOf(settings.Telegram))
        .AddSingleton(provider => new ChatPace(provider.GetRequiredService<TimeProvider>(), isKept: settings.Telegram.ApiUrl is null))
        .AddSingleton<IOperatorDesk, TelegramDesk>();
}
