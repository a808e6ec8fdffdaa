namespace ExitDesk.Domain.Exits;

/// <summary>What an evaluation needs to know beside the position, its plan and its quotes.</summary>
/// <param name="Underlying">The stock behind it.</param>
/// <param name="Timing">Its place in time.</param>
/// <param name="Dividend">USD per share of a cash dividend whose ex-date is the next session; 0 if none is due; null if unknown.</param>
/// <param name="Ladder">What the expiry ladder demands; the default demands nothing.</param>
/// <param name="IsEmergency">The desk is in mode Emergency.</param>
/// <param name="GivenUp">Rules that gave up for this session: they neither fire nor stay undecided.</param>
public readonly record struct ExitFacts(
    UnderlyingFacts Underlying,
    TimingFacts Timing,
    decimal? Dividend = null,
    LadderDemand Ladder = default,
    bool IsEmergency = false,
    RuleSet GivenUp = default);
