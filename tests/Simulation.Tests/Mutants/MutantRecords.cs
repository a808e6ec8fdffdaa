namespace ExitDesk.Simulation.Tests.Mutants;

/// <summary>What <c>--mutants</c> found: the tests replay these days before they look at others.</summary>
internal static class MutantRecords
{
    public static IReadOnlyList<MutantRecord> All { get; } =
    [
        new("working order", 3, "2", "a second order for what works already"),
        new("nothing open", 5, "3", "filled to the last, and ended as unfilled"),
        new("lease", 90, "6", "sent again while the first call was on its way"),
        new("unknown outcome", 6, "2", "a second order for what works already"),
        new("put back", 1175, "owner's orders", "the owner's order stays cancelled, and nobody says so"),
        new("permission", 40, "9", "an order while the owner had halted the desk"),
        new("session", 198, "session", "an order in the last seconds of the session"),
        new("end of the walk", 166, "pace", "an order beyond the last price of the walk"),
        new("pause", 226, "pace", "the next order within a second or two after three refusals"),
        new("look", 2, "no bug", "nothing to decide on: the step throws"),
        new("gone", 77, "3", "went on for what somebody else had closed, and never ended"),
        new("legs in ratio", 115, "no bug", "an order for no units"),
        new("held quantity", 221, "finish", "refused for minutes because of the owner's resting order"),
        new("unheard order", 6, "6", "a second id before the first could be known not to be listed late"),
        new("late listing", 251, "3", "an order was taken after its closing had ended"),
        new("decided end", 1175, "owner's orders", "the owner's order stays cancelled, and nobody says so"),
        new("look: what the ledger says is held", 94, "finish", "refused for minutes because of the owner's resting order"),
        new("unknown outcome: sent again at once", 6, "6", "sent again without a look"),
        new("at once: long legs first", 2, "10", "short options without cover"),
    ];
}
