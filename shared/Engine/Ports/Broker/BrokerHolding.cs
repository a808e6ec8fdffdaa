namespace ExitDesk.Engine.Ports.Broker;

/// <summary>How much of one symbol the broker holds.</summary>
/// <param name="Quantity">Signed; 0 if the broker says that there is no such position.</param>
public sealed record BrokerHolding(decimal Quantity);
