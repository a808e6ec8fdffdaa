using System.Globalization;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only what the broker lets the account trade.</summary>
/// <remarks>Levels: docs.alpaca.markets, "Options trading overview", read 2026-11: 1 covered calls and cash-secured puts, 2 also long calls and
/// puts, 3 also spreads.</remarks>
public static class TradingLevelGate
{
    public const string Name = "trading level";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (facts.MayTrade is not { } mayTrade)
        {
            return GateFinding.CannotTell(Name, "whether the broker lets the account trade");
        }

        if (!mayTrade)
        {
            return GateFinding.Refused(Name, "the broker does not let the account trade", "");
        }

        if (LevelFor(recommendation.Action) is not { } needed)
        {
            return GateFinding.Passed(Name, "stock needs no options level", "");
        }

        if (facts.OptionsLevel is not { } level)
        {
            return GateFinding.CannotTell(Name, "the account's options level");
        }

        var evidence = string.Create(CultureInfo.InvariantCulture, $"level {level}, needed {needed}");
        return level >= needed
            ? GateFinding.Passed(Name, "the account's level is enough", evidence)
            : GateFinding.Refused(Name, $"{recommendation.Action.Word()} needs a higher options level at the broker", evidence);
    }

    private static int? LevelFor(EntryAction action) => action switch
    {
        EntryAction.SellPut or EntryAction.SellCall => 1,
        EntryAction.BuyCall or EntryAction.BuyPut => 2,
        EntryAction.OpenVertical => 3,
        EntryAction.BuyStock or EntryAction.SellStock => null,
    };
}
