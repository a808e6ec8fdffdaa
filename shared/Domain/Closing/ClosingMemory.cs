namespace ExitDesk.Domain.Closing;

/// <summary>Forgets what a closing no longer needs, so that hours of attempts, one a minute, fit into one row of the ledger. Pure.</summary>
/// <remarks>
/// Limit orders are remembered, every one: the protocol counts them, and gives up before they are many. What repeats without end is
/// the close at the market, and a request to cancel.
/// </remarks>
public static class ClosingMemory
{
    /// <summary>The last attempts that are remembered whatever came of them.</summary>
    public const int Attempts = 20;

    /// <summary>The closing without old attempts of which nothing works or filled; how many failed is still known.</summary>
    public static PositionClosing Forget(PositionClosing closing)
    {
        var old = closing.Attempts.SkipLast(Attempts).Where(attempt => LeftNothing(closing, attempt)).ToList();
        if (old.Count == 0)
        {
            return closing;
        }

        var orders = old.Select(attempt => attempt.OrderId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var rest = closing with
        {
            Attempts = [.. closing.Attempts.Except(old)],
            Orders = [.. closing.Orders.Where(order => !orders.Contains(order.Id))],
            CancelRequests = [.. closing.CancelRequests.Where(request => !orders.Contains(request.OrderId))],
        };
        return rest with
        {
            ForgottenFailures = closing.ForgottenFailures + closing.Failures - rest.Failures,
            ForgottenRateLimits = closing.ForgottenRateLimits + closing.RateLimits - rest.RateLimits,
        };
    }

    /// <summary>Adds a request to cancel an order; of each order the first and the last two are remembered.</summary>
    public static IReadOnlyList<CancelRequest> With(IReadOnlyList<CancelRequest> requests, CancelRequest request)
    {
        var same = requests.Where(other => other.OrderId == request.OrderId).ToList();
        return [.. requests.Where(other => same.Count < 3 || other != same[^2]), request];
    }

    private static bool LeftNothing(PositionClosing closing, CloseAttempt attempt) =>
        attempt is { Method: CloseMethod.ClosePosition, IsOpenQuestion: false }
        && closing.Orders.Where(order => order.Id == attempt.OrderId).All(order => !order.IsWorking && order.FilledQuantity == 0);
}
