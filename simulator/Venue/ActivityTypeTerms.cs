namespace ExitDesk.Simulator.Venue;

/// <summary>The broker's words for activities.</summary>
public static class ActivityTypeTerms
{
    public static string Word(this ActivityType type) => type switch
    {
        ActivityType.Fill => "FILL",
        ActivityType.OptionExpired => "OPEXP",
        ActivityType.OptionExercised => "OPEXC",
        ActivityType.OptionAssigned => "OPASN",
        ActivityType.OptionStockTrade => "OPTRD",
        ActivityType.Dividend => "DIV",
        ActivityType.StockSplit => "SPLIT",
        ActivityType.OptionAdjusted => "OPCA",
    };
}
