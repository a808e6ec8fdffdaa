using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>How near a rule is to firing, on one scale for prices and times, to sort by.</summary>
internal static class Nearness
{
    /// <summary>From here down a rule is near: three quarters of the way from the entry, or within so much of five days.</summary>
    public const decimal Near = 0.25m;

    private static readonly TimeSpan Far = TimeSpan.FromDays(5);

    /// <summary>0 once it fires; 1 at the entry, or five days away; more is further. Null if it cannot fire as far as is known.</summary>
    public static decimal? Of(RuleReading reading, PositionLook look)
    {
        if (!reading.Enabled || reading.IsSilenced || reading.Decision.Kind == DecisionKind.Undecided)
        {
            return null;
        }

        if (reading.Decision.Kind == DecisionKind.Close)
        {
            return 0;
        }

        return reading switch
        {
            { FiresAt: { } price, Distance: { } distance } when Math.Abs(price - Math.Abs(look.Snapshot.EntryValue)) is var way and > 0 => distance / way,
            { FiresAtTime: { } at } when look.Now is { } now => Math.Max((decimal)((at - now) / Far), 0),
            _ => null,
        };
    }

    /// <summary>The rule that is nearest, the first by number among equals; null if none can fire as far as is known.</summary>
    public static RuleReading? Nearest(PositionLook look) => look.Readings
        .Where(reading => Of(reading, look) is not null)
        .MinBy(reading => Of(reading, look));
}
