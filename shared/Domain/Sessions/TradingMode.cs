namespace ExitDesk.Domain.Sessions;

/// <summary>What the desk does with a decision.</summary>
public enum TradingMode
{
    /// <summary>Evaluates, alerts and says what it would do; sends no automatic order.</summary>
    Monitor,

    /// <summary>Closes what must be closed.</summary>
    Active,

    /// <summary>Closes every managed position now, whatever its rules say, and opens none.</summary>
    Emergency,
}
