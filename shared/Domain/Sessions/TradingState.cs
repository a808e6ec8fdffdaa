namespace ExitDesk.Domain.Sessions;

/// <summary>The kill switch. Beats every mode.</summary>
public enum TradingState
{
    Active,

    /// <summary>Nothing automatic is sent. The owner's own close of a named position still passes, after a second tap.</summary>
    Halted,

    /// <summary>Exits as ever; entries are refused.</summary>
    Reducing,
}
