using ExitDesk.Domain.Entries;
using ExitDesk.Engine.Adapters.Alpaca;
using ExitDesk.Engine.Adapters.ServiceBus;
using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.Engine.Adapters.Telegram;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Settings;

/// <summary>All settings of the desk, validated.</summary>
public sealed record DeskSettings(
    DeskOptions Desk,
    AlpacaOptions Alpaca,
    TableLedgerOptions Ledger,
    ServiceBusSettings ServiceBus,
    TelegramOptions Telegram,
    OperatorOptions Operator,
    DeployedPlan Plans,
    EntrySettings Entries);
