namespace ExitDesk.Domain.Closing;

/// <summary>What other closings say of orders that look like one of ours and bear no id of ours.</summary>
/// <param name="OrderIds">Theirs, as far as they know them.</param>
/// <param name="UnderWay">One that asked for the same just now and has no answer yet: whatever is found may be its order. Null if there is none.</param>
public sealed record OtherClosings(IReadOnlySet<string> OrderIds, string? UnderWay)
{
    /// <summary>Asks all closings, read after the orders: whatever was sent before that has its intent among them.</summary>
    /// <param name="closing">Whose last attempt is looked for.</param>
    /// <param name="all">Of the ledger, this one among them.</param>
    /// <param name="now">The broker's clock.</param>
    public static OtherClosings Of(PositionClosing closing, IEnumerable<PositionClosing> all, DateTimeOffset now)
    {
        var others = all.Where(other => other.Id != closing.Id).ToList();
        return new OtherClosings(
            others.SelectMany(other => other.OrderIds).ToHashSet(StringComparer.Ordinal),
            others.FirstOrDefault(other => other.End is null && IsUnderWay(other, closing, now))?.Id);
    }

    private static bool IsUnderWay(PositionClosing other, PositionClosing closing, DateTimeOffset now) =>
        other.LastAttempt is { Outcome: AttemptOutcome.Pending, ClientOrderId: null } theirs
        && closing.LastAttempt is { } ours
        && now - theirs.IntentAt < CloseLimits.IntentLease
        && theirs.Quantity == ours.Quantity
        && other.LegOf(theirs).Symbol == closing.LegOf(ours).Symbol;
}
