using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>What one usable reading makes of the best or the worst so far: only what two readings agree on moves it, because one wild
/// print proves nothing.</summary>
internal static class WaterMarkStep
{
    /// <summary>Takes one reading.</summary>
    /// <param name="known">The best or the worst so far; null if there is none.</param>
    /// <param name="seenOnce">What earlier readings saw beyond it, as far as none of them disagrees; null if there is none.</param>
    /// <param name="value">The closing value now, USD per share.</param>
    /// <param name="direction">+1 for the best, −1 for the worst.</param>
    /// <param name="moment">Now; the session must be known.</param>
    /// <returns>Both as they become; the same ones where nothing changed. Of two readings that differ the nearer counts.</returns>
    public static (WaterMark? Known, WaterMark? SeenOnce) Next(WaterMark? known, WaterMark? seenOnce, decimal value, int direction, MarketMoment moment)
    {
        var countFrom = moment.Session!.OpenAt + Confirmation.AfterOpen;
        if (moment.Now < countFrom)
        {
            return (known, seenOnce);
        }

        if (!IsBeyond(value, known, direction))
        {
            return (known, null);
        }

        if (seenOnce is null || seenOnce.At < countFrom)
        {
            return (known, new WaterMark(value, moment.Now));
        }

        var agreed = IsBeyond(seenOnce.Value, value, direction) ? seenOnce with { Value = value } : seenOnce;
        return moment.Now - seenOnce.At < Confirmation.Apart
            ? (known, agreed)
            : (agreed, IsBeyond(value, agreed, direction) ? new WaterMark(value, moment.Now) : null);
    }

    private static bool IsBeyond(decimal value, WaterMark? known, int direction) => known is null || IsBeyond(value, known.Value, direction);

    private static bool IsBeyond(decimal value, decimal other, int direction) => direction > 0 ? value > other : value < other;
}
