namespace Alpaca.Markets;

/// <summary>The broker's market clock at one moment.</summary>
public interface IClock
{
    DateTime TimestampUtc { get; }

    /// <summary>True during regular hours.</summary>
    bool IsOpen { get; }

    DateTime NextOpenUtc { get; }

    /// <summary>Today's close while the market is open.</summary>
    DateTime NextCloseUtc { get; }
}
