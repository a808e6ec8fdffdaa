using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Report;

/// <summary>One order as the broker has it. Instants are market time; null: did not happen.</summary>
/// <param name="Id">The broker's.</param>
/// <param name="Submitted">When the broker took it.</param>
/// <param name="Accepted">When the broker acknowledged it as working; null if it was rejected, or ended, before.</param>
/// <param name="Filled">When it was filled in full.</param>
/// <param name="Quantity">Contracts or shares asked for.</param>
/// <param name="FilledQuantity">Contracts or shares filled.</param>
/// <param name="Price">Average of the fills, USD per share; null before the first.</param>
/// <param name="Status">The broker's word.</param>
public sealed record OrderReport(
    string Id, DateTimeOffset Submitted, DateTimeOffset? Accepted, DateTimeOffset? Filled, decimal Quantity, decimal FilledQuantity, decimal? Price, string Status)
{
    /// <summary>Reports an order as it stands at an instant.</summary>
    public static OrderReport Of(VenueOrder order, DateTimeOffset now) => new(
        order.Id.ToString(), order.CreatedAt, AcceptedAt(order, now), order.FilledAt, order.Quantity, order.FilledQuantity,
        order.AverageFillPrice, order.Status.ToString());

    private static DateTimeOffset? AcceptedAt(VenueOrder order, DateTimeOffset now)
    {
        var until = order.FilledAt ?? order.CanceledAt ?? order.ExpiredAt ?? order.FailedAt ?? order.ReplacedAt ?? now;
        return order.WorksFrom <= until ? order.WorksFrom : null;
    }
}
