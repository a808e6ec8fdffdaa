using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Closing;

/// <summary>Whether the rule that wants a close still does, by what the sweeps found since.</summary>
public static class RuleStanding
{
    /// <summary>True if the last evaluation since the trigger says hold: undecided and other rules' firings change nothing.</summary>
    /// <param name="trigger">The owner's word stands whatever the market does.</param>
    /// <param name="mark">As the last sweep left it; an evaluation is written when it changed.</param>
    public static bool IsGone(CloseTrigger trigger, PositionMark mark) =>
        trigger.Authority == CloseAuthority.Rule
        && mark.Evaluations is [.., { Kind: DecisionKind.Hold } last]
        && last.At > trigger.At;
}
