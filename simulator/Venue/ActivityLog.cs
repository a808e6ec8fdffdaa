using System.Globalization;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>The account's history, append-only.</summary>
internal sealed class ActivityLog(VenueIds ids)
{
    private static readonly TimeOnly Morning = new(6, 0);
    private readonly List<VenueActivity> _activities = [];

    /// <summary>What the API shows at an instant, ordered by time, then by booking.</summary>
    public IReadOnlyList<VenueActivity> VisibleAt(DateTimeOffset now) =>
        [.. _activities.Where(activity => activity.VisibleFrom <= now).OrderBy(activity => activity.At)];

    /// <summary>Every line, those too that the API does not show yet, ordered by time, then by booking.</summary>
    public IReadOnlyList<VenueActivity> All => [.. _activities.OrderBy(activity => activity.At)];

    public void Fill(VenueOrder order, int quantity, decimal price, decimal netAmount, DateTimeOffset at) =>
        Add(at, at, new BookedEvent(ActivityType.Fill, order.Symbol, quantity, price, netAmount), new FillDetail(order));

    /// <summary>Books what a person only sees the next morning.</summary>
    public void Overnight(BookedEvent booked, DateTimeOffset at)
    {
        var day = NewYork.TimeOf(at) < Morning ? NewYork.DateOf(at) : NewYork.DateOf(at).AddDays(1);
        Add(NewYork.StartOf(day), NewYork.ToUtc(day, Morning), booked, null);
    }

    /// <summary>Books what is there when the session opens.</summary>
    public void AtOpen(BookedEvent booked, DateTimeOffset at) => Add(NewYork.StartOf(NewYork.DateOf(at)), at, booked, null);

    private void Add(DateTimeOffset at, DateTimeOffset visibleFrom, BookedEvent booked, FillDetail? fill)
    {
        var stamp = at.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        _activities.Add(new VenueActivity(
            $"{stamp}::{ids.Next()}",
            booked.Type,
            at,
            visibleFrom,
            NewYork.DateOf(at),
            booked.Symbol,
            booked.Quantity,
            booked.Price,
            booked.NetAmount,
            fill));
    }
}
