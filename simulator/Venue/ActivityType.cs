namespace ExitDesk.Simulator.Venue;

public enum ActivityType
{
    /// <summary>FILL.</summary>
    Fill,

    /// <summary>OPEXP: an option expired worthless.</summary>
    OptionExpired,

    /// <summary>OPEXC: a long option was exercised.</summary>
    OptionExercised,

    /// <summary>OPASN: a short option was assigned.</summary>
    OptionAssigned,

    /// <summary>OPTRD: the stock trade that an exercise or assignment causes.</summary>
    OptionStockTrade,
}
