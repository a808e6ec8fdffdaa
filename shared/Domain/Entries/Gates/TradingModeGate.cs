using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only where the desk trades: mode Active, and trading state Active.</summary>
public static class TradingModeGate
{
    public const string Name = "mode and trading state";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (facts is not { Mode: { } mode, State: { } state })
        {
            return GateFinding.CannotTell(Name, "the mode or the trading state");
        }

        var evidence = $"mode {mode}, trading state {state}";
        return state != TradingState.Active ? GateFinding.Refused(Name, $"the trading state is {state}: nothing new is opened", evidence)
            : mode != TradingMode.Active ? GateFinding.Refused(Name, $"the mode is {mode}: nothing is opened", evidence)
            : GateFinding.Passed(Name, "the desk trades", evidence);
    }
}
