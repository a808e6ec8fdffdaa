namespace ExitDesk.Domain.Entries.Gates;

/// <summary>What one gate found.</summary>
/// <param name="Gate">Its name.</param>
/// <param name="Outcome">Whether it lets the entry pass.</param>
/// <param name="Reason">In words for the owner.</param>
/// <param name="Evidence">The values that it was judged on.</param>
public sealed record GateFinding(string Gate, GateOutcome Outcome, string Reason, string Evidence)
{
    public static GateFinding Passed(string gate, string reason, string evidence) => new(gate, GateOutcome.Passed, reason, evidence);

    public static GateFinding Refused(string gate, string reason, string evidence) => new(gate, GateOutcome.Refused, reason, evidence);

    /// <param name="gate">Its name.</param>
    /// <param name="missing">What could not be read, in words.</param>
    public static GateFinding CannotTell(string gate, string missing) =>
        new(gate, GateOutcome.CannotTell, $"{missing} could not be read, and nothing is opened on a guess", "");
}
