namespace ExitDesk.Simulator.Desk;

/// <summary>Where the simulated services are.</summary>
/// <param name="Trading">Broker, trading.</param>
/// <param name="Data">Broker, market data.</param>
/// <param name="Telegram">Bot API.</param>
/// <param name="Queues">Service Bus connection string.</param>
/// <param name="Ledger">Table storage connection string.</param>
public sealed record DeskAddresses(Uri Trading, Uri Data, Uri Telegram, string Queues, string Ledger);
