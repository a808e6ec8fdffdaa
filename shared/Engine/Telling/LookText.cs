using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>A position's result and market, as of one look.</summary>
internal static class LookText
{
    /// <summary>Result now, best and worst, quote with its age, legs, underlying.</summary>
    public static IEnumerable<string> Lines(PositionLook look)
    {
        yield return look.Pnl is { } pnl
            ? $"{(pnl < 0 ? "Loss" : "Profit")} now {Figures.Signed(pnl)} ({Figures.Percent(look.Return)}), to close at {Figures.Price(Math.Abs(look.Snapshot.ClosingValue!.Value))}"
            : "Profit or loss now unknown: its closing side is not quoted";
        if (look.Mark is { Best: { } best, Worst: { } worst })
        {
            yield return $"Best {Water(best, look)} · worst {Water(worst, look)}";
        }

        yield return Quoted(look);
        if (look.Legs.Count > 1)
        {
            foreach (var (leg, quote) in look.Position.Structure.ClosingLegs.Zip(look.Legs))
            {
                yield return $"  {leg.Ratio:+0;-0} {Html.Escape(Titles.Name(leg.Symbol))}: {Sides(quote.Quote, look)}";
            }
        }

        if (look.Position.IsOption && Underlying(look) is { } underlying)
        {
            yield return underlying;
        }
    }

    private static string Water(WaterMark mark, PositionLook look)
    {
        var share = look.Snapshot.EntryValue == 0 ? "" : $"{Figures.Percent(look.Snapshot.ReturnAt(mark.Value))} ";
        return $"{share}({Figures.Signed(look.Position.Structure.PnlAt(mark.Value))}) {NewYork.ShortClock(mark.At, look.Now ?? mark.At)}";
    }

    private static string Quoted(PositionLook look)
    {
        var source = look.NotAnew is { } because ? $"as last seen: {Html.Escape(because)}" : "read just now";
        return look.Mark.Quote is { } quote
            ? $"Quote {Sides(quote, look)} · {Words(look.Mark.Quality)} · {source}"
            : $"No quote seen yet · {source}";
    }

    private static string Sides(Quote? quote, PositionLook look)
    {
        if (quote is null)
        {
            return "no quote";
        }

        var age = look.Now is { } now && now > quote.At ? $", {Countdown.Of(now - quote.At)} old" : "";
        return $"{Figures.Price(quote.Bid)} / {Figures.Price(quote.Ask)} at {NewYork.Clock(quote.At)}{age}";
    }

    /// <summary>A quality in words.</summary>
    public static string Words(QuoteQuality quality) => quality switch
    {
        QuoteQuality.Usable => "usable",
        QuoteQuality.Missing => "missing",
        QuoteQuality.Stale => "stale",
        QuoteQuality.Crossed => "crossed",
        QuoteQuality.OneSided => "one side only",
        QuoteQuality.Wide => "wide",
    };

    private static string? Underlying(PositionLook look)
    {
        var facts = look.Snapshot.Underlying;
        if (facts.Price is not { } price)
        {
            return null;
        }

        var since = look.Position.IsUnderlyingEntryAtFirstSight ? "since first sight" : "since the entry";
        var moved = facts.EntryPrice is { } entry and > 0 ? $", {Figures.Percent((price - entry) / entry)} {since} at {Figures.Cents(entry)}" : "";
        return $"{Html.Escape(look.Position.Underlying)} {Figures.Cents(price)}{moved}";
    }
}
