using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Sells no stock short unless the settings and the broker say so: its loss has no bound.</summary>
public static class ShortStockGate
{
    public const string Name = "short stock";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings) =>
        recommendation.Action != EntryAction.SellStock ? GateFinding.Passed(Name, "no stock is sold", "")
        : !settings.AllowsShortStock ? GateFinding.Refused(Name, "the settings do not allow stock to be sold short", "")
        : facts.MayShort is not { } mayShort ? GateFinding.CannotTell(Name, "whether the broker lets the account sell short")
        : !mayShort ? GateFinding.Refused(Name, "the broker does not let the account sell stock short", "")
        : GateFinding.Passed(Name, "settings and broker allow it", "");
}
