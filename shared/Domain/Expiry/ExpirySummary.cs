namespace ExitDesk.Domain.Expiry;

/// <summary>How a day's expirations went: what was at risk, what was closed and at what cost, and what was closed in vain.</summary>
/// <param name="Day">The exchange day.</param>
/// <param name="Lines">One a contract, at risk or not.</param>
public sealed record ExpirySummary(DateOnly Day, IReadOnlyList<ExpirySummaryLine> Lines)
{
    /// <summary>Contracts (kinds, not quantity) that the ladder ever spoke of.</summary>
    public int AtRisk => Lines.Count(line => line.IsAtRisk);

    /// <summary>Contracts of which the ladder closed any.</summary>
    public int Closed => Lines.Count(line => line.IsClosed);

    /// <summary>Contracts closed that finished out of the money beyond the threshold.</summary>
    public int FalseAlarms => Lines.Count(line => line.IsFalseAlarm == true);

    /// <summary>Contracts at risk or left over whose end is unknown: in neither rate.</summary>
    public int Unknown => Lines.Count(line => line.Final.State != MoneynessState.Known && (line.IsAtRisk || line.LeftQuantity > 0));

    /// <summary>False alarms as a fraction of the closed whose end is known; null if there is none.</summary>
    public decimal? FalseAlarmRate => Ratio(FalseAlarms, Lines.Count(line => line is { IsClosed: true, Final.State: MoneynessState.Known }));

    /// <summary>Contracts, by quantity, that would have been exercised or assigned and were closed.</summary>
    public decimal PreventedQuantity => Lines.Sum(line => line.PreventedQuantity ?? 0);

    /// <summary>Contracts, by quantity, that were left and finished in the money.</summary>
    public decimal MissedQuantity => Lines.Sum(line => line.MissedQuantity ?? 0);

    /// <summary>Prevented as a fraction of prevented and missed; null if nothing finished in the money.</summary>
    public decimal? PreventionRate => Ratio(PreventedQuantity, PreventedQuantity + MissedQuantity);

    /// <summary>Of all closes with a known trigger price, USD, negative when better; null if there is none.</summary>
    public decimal? Shortfall => Lines.Any(line => line.Shortfall is not null) ? Lines.Sum(line => line.Shortfall ?? 0) : null;

    /// <summary>Shortfall, USD per share, weighted by shares; null if unknown.</summary>
    public decimal? ShortfallPerShare => Lines.Sum(line => line.PricedShares) is > 0 and var shares ? Shortfall / shares : null;

    /// <summary>Sums up a day. Lines come in the order of the records.</summary>
    public static ExpirySummary Of(DateOnly day, IEnumerable<ExpiryRecord> records) => new(day, [.. records.Select(ExpirySummaryLine.Of)]);

    private static decimal? Ratio(decimal part, decimal whole) => whole > 0 ? part / whole : null;
}
