namespace ExitDesk.Engine.History;

/// <summary>Months of a span of days: streams by month are read one by one.</summary>
internal static class HistoryMonths
{
    /// <summary>The first day of each month that the span touches, ascending.</summary>
    public static IEnumerable<DateOnly> Of(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
