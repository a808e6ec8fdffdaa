namespace ExitDesk.Domain.Exits;

/// <summary>Which rules held at the last two readings. Two of three readings that hold are needed to say that a rule stopped firing, as
/// two of three are to say that a stop fires.</summary>
/// <param name="Last">At the last reading that counted.</param>
/// <param name="Before">At the one before it.</param>
/// <param name="At">When the last one was, UTC; what is nearer to it than <see cref="Confirmation.Apart"/> is the same reading.</param>
public sealed record HeldRules(RuleSet Last, RuleSet Before, DateTimeOffset At)
{
    /// <summary>Those of the rules that hold now which held at one of the last two readings too.</summary>
    /// <param name="earlier">What is known; null if none of them held lately.</param>
    /// <param name="holds">Rules that hold now.</param>
    /// <param name="now">By the broker's clock.</param>
    public static RuleSet Confirmed(HeldRules? earlier, RuleSet holds, DateTimeOffset now) =>
        earlier is not null && now - earlier.At >= Confirmation.Apart ? Common(holds, earlier.Last.With(earlier.Before)) : RuleSet.None;

    /// <summary>What is known after one more reading. Rules that neither hold nor fire, because they cannot tell, were not read.</summary>
    /// <param name="earlier">What was known; null if none of them held lately.</param>
    /// <param name="holds">Rules that hold now.</param>
    /// <param name="fires">Rules that fire now.</param>
    /// <param name="now">By the broker's clock.</param>
    /// <returns>Null if none held lately; the same one if this reading says nothing new.</returns>
    public static HeldRules? After(HeldRules? earlier, RuleSet holds, RuleSet fires, DateTimeOffset now)
    {
        var read = holds.With(fires);
        if (earlier is null)
        {
            return holds.IsEmpty ? null : new HeldRules(holds, RuleSet.None, now);
        }

        if (read.IsEmpty || now - earlier.At < Confirmation.Apart)
        {
            return earlier;
        }

        var (last, before) = (holds.With(earlier.Last.Without(read)), Common(earlier.Last, read).With(earlier.Before.Without(read)));
        return last.IsEmpty && before.IsEmpty ? null : new HeldRules(last, before, now);
    }

    /// <summary>What is known of some rules alone; null if none of them held lately, the same one if it is about no others.</summary>
    public HeldRules? Among(RuleSet rules)
    {
        var (last, before) = (Common(Last, rules), Common(Before, rules));
        return last.IsEmpty && before.IsEmpty ? null : (last, before) == (Last, Before) ? this : this with { Last = last, Before = before };
    }

    private static RuleSet Common(RuleSet some, RuleSet others) => some.Without(some.Without(others));
}
