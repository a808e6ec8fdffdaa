using System.Globalization;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens nothing for a while after so many losses in a row.</summary>
public static class CooldownGate
{
    public const string Name = "cooldown";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (settings.CooldownLosses <= 0)
        {
            return GateFinding.Passed(Name, "no cooldown is set", "");
        }

        if (facts.LossRun is not { } run)
        {
            return GateFinding.CannotTell(Name, "the last results");
        }

        var evidence = string.Create(CultureInfo.InvariantCulture, $"{run.Losses} losses in a row, {settings.CooldownLosses} start a rest of {settings.Cooldown.TotalMinutes:0} min");
        return run.Losses >= settings.CooldownLosses && facts.Now < run.LastAt + settings.Cooldown
            ? GateFinding.Refused(Name, "it rests after losses in a row", evidence)
            : GateFinding.Passed(Name, "no rest after losses is due", evidence);
    }
}
