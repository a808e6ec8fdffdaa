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

    /// <summary>DIV: a cash dividend, received or, on a short position, paid.</summary>
    Dividend,

    /// <summary>SPLIT: a stock position has more or fewer shares.</summary>
    StockSplit,

    /// <summary>OPCA: a split made another contract of an option; one line for what goes, one for what comes.</summary>
    OptionAdjusted,
}
