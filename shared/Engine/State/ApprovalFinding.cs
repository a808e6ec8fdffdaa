using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.State;

/// <summary>The rule that asks, and what it found.</summary>
public sealed record ApprovalFinding(ExitReason Reason, Urgency Urgency, decimal? Value, decimal? Threshold);
