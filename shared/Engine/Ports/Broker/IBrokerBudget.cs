namespace ExitDesk.Engine.Ports.Broker;

/// <summary>What the broker last said of the calls that are left this minute.</summary>
public interface IBrokerBudget
{
    /// <summary>Null until the broker said something.</summary>
    int? CallsLeft { get; }
}
