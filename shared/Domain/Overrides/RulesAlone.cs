using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Overrides;

/// <summary>What the rules alone would have done with a position, had its owner not answered. Pure.</summary>
/// <remarks>Whether a rule acts or asks makes no difference here: one that fires closes. Its price is the closing side, as the owner's is.</remarks>
public static class RulesAlone
{
    /// <summary>Works one reading in: the first at which a rule fires and the closing side is quoted is what they get.</summary>
    /// <param name="open">Whose rules would still hold on.</param>
    /// <param name="appraisal">By the policy, on its own plan, with nothing silenced.</param>
    /// <returns>The very one that was given where the reading says nothing new.</returns>
    public static OwnerOverride See(OwnerOverride open, in Appraisal appraisal)
    {
        var value = appraisal.Decision.Kind == DecisionKind.Close ? appraisal.Snapshot.ClosingValue : null;
        return value is null && open.Mark is { } known && appraisal.Mark.IsSameAs(known)
            ? open
            : open with { Mark = appraisal.Mark, RuleValue = value };
    }

    /// <summary>Works the expiration in: who still holds on gets what it is in the money by.</summary>
    /// <param name="open">Expired, whoever of both held it to then.</param>
    /// <param name="underlying">At the close of that day, USD per share.</param>
    /// <param name="closedAt">That close, UTC.</param>
    public static OwnerOverride Expire(OwnerOverride open, decimal underlying, DateTimeOffset closedAt)
    {
        var expired = open with { FinalUnderlying = underlying, ExpiredAt = closedAt };
        return !open.IsMarked
            ? expired
            : ExpiryValue.Of(open.Held.Structure, underlying) is { } value
                ? expired with { RuleValue = value }
                : expired with { Untellable = "what its legs came to at the expiration is more than a price tells" };
    }

    /// <summary>Ends what was waited for in vain.</summary>
    /// <param name="open">Any.</param>
    /// <param name="today">In New York.</param>
    public static OwnerOverride GiveUp(OwnerOverride open, DateOnly today) =>
        open.IsOver || !(today > open.Held.Structure.NearestExpiration?.AddDays(OwnerOverride.DaysAfterExpiration)) ? open
        : open with
        {
            Untellable = open.RuleValue is null ? "the underlying's close at the expiration is not known" : "what became of the position is not known",
        };
}
