namespace ExitDesk.Engine.Plans;

/// <summary>One version of the owner's changes.</summary>
/// <param name="Json">A plan that holds only what the owner changed.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="What">The change that led to it.</param>
/// <param name="UpdateId">The message that asked for it: a repeat of it changes nothing.</param>
public sealed record PlanVersion(string Json, DateTimeOffset At, string By, string What, long UpdateId)
{
    /// <summary>Nothing changed.</summary>
    public static PlanVersion Empty { get; } = new("{}", DateTimeOffset.UnixEpoch, "", "nothing changed", 0);
}
