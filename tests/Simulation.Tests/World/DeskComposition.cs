using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Composition;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>Composes the real workflows of a process over its gated ports.</summary>
internal static class DeskComposition
{
    public const long Chat = 77;
    public const long Owner = 4711;
    public const string Secret = "open-sesame";

    public static IServiceProvider Compose(DayWorld world, DeskProcess process)
    {
        var wire = new Wire(world, process);
        var broker = new GatedBroker(wire, world.Broker);
        var ledger = new GatedLedger(wire);
        return new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(new VirtualTime(world.Loop, () => process.IsAlive))
            .AddSingleton(new DeskOptions("paper", TradingMode.Active, Management.Managed))
            .AddSingleton(DeployedPlan.None)
            .AddSingleton(world.Plan.Entries.Settings)
            .AddSingleton(new OperatorOptions(Secret, Chat, new HashSet<long> { Owner }))
            .AddSingleton<IBroker>(broker)
            .AddSingleton<IBrokerReads>(broker)
            .AddSingleton<IEntryBroker>(broker)
            .AddSingleton<IBrokerBudget>(broker)
            .AddSingleton<IMarketData>(new GatedMarketData(wire, world.MarketData))
            .AddSingleton<ILedger>(ledger)
            .AddSingleton<ILedgerTraffic>(ledger)
            .AddSingleton<IMessageSender>(new GatedSender(wire))
            .AddSingleton<IOperatorDesk>(new GatedChat(wire, world.Chat))
            .AddExitDeskWorkflows()
            .AddSingleton<Tokens>(new SeededTokens(world.TokenDraw))
            .AddSingleton(world.Guards)
            .BuildServiceProvider();
    }
}
