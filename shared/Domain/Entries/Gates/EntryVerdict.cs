namespace ExitDesk.Domain.Entries.Gates;

/// <summary>What all gates say together.</summary>
/// <param name="At">When the facts were read, by the broker's clock.</param>
/// <param name="Findings">One of each gate, in their order.</param>
public sealed record EntryVerdict(DateTimeOffset At, IReadOnlyList<GateFinding> Findings)
{
    /// <summary>The order that it speaks of; null if there is no price for it.</summary>
    public EntryOffer? Offer { get; init; }

    /// <summary>True if every gate lets it pass.</summary>
    public bool IsAllowed => Offer is not null && Findings.Count > 0 && Findings.All(finding => finding.Outcome == GateOutcome.Passed);

    /// <summary>True if no gate refuses it, and some cannot tell.</summary>
    public bool IsInDoubt => !IsAllowed && !Refusals.Any();

    public IEnumerable<GateFinding> Refusals => Findings.Where(finding => finding.Outcome == GateOutcome.Refused);

    public IEnumerable<GateFinding> Doubts => Findings.Where(finding => finding.Outcome == GateOutcome.CannotTell);

    /// <summary>Every reason against it, refusals first; empty if it is allowed.</summary>
    public IReadOnlyList<string> Reasons => [.. Refusals.Concat(Doubts).Select(finding => finding.Reason)];
}
