namespace ExitDesk.Simulator.Venue;

/// <summary>Who sent an order.</summary>
public enum OrderOrigin
{
    /// <summary>A program, through the API.</summary>
    Client,

    /// <summary>The account's owner, in the broker's own app.</summary>
    Owner,

    /// <summary>The broker itself: liquidation.</summary>
    Broker,
}
