using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>What follows if nobody answers a rule's question.</summary>
/// <param name="ActsAt">When a rule acts by itself; null if the position stays open.</param>
/// <param name="ActsFor">The rule that then acts; null likewise.</param>
/// <param name="NextSession">What the rule that asks does once the question lapsed with its session: ask again, or what its plan says.</param>
public readonly record struct Unanswered(DateTimeOffset? ActsAt, ExitReason? ActsFor, Approval NextSession);
