namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>One thing that the owner does in a day.</summary>
/// <param name="Act">What.</param>
/// <param name="At">When.</param>
/// <param name="Choice">Drawn for its details: which position, which button, how soon. 0 or more.</param>
/// <param name="AfterOrder">The order of the day, from 1, shortly after which it is done instead, while that is under way; null for by time.</param>
internal sealed record PlannedAct(OwnerAct Act, DateTimeOffset At, int Choice, int? AfterOrder)
{
    /// <summary>True if it is done shortly after the first cancel of the day instead.</summary>
    public bool IsAfterCancel { get; init; }
}
