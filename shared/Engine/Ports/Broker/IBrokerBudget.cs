namespace ExitDesk.Engine.Ports.Broker;

/// <summary>The calls that are left this minute.</summary>
public interface IBrokerBudget
{
    /// <summary>Calls a minute that are left to closes: whoever closes nothing stops here, and closes begin to go by turns.</summary>
    const int KeptForCloses = 60;

    /// <summary>What the broker last said; null until it said something.</summary>
    int? CallsLeft { get; }

    /// <summary>What is left now.</summary>
    CallBudget Now { get; }
}
