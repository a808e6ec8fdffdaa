using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>Beside the ten. Attempts: after a failure a closing waits before the next attempt, and after ten it goes on once a minute at most; a walk ends with its last price.</summary>
internal sealed class Pace(DayWorld world) : Invariant(world)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, DateTimeOffset> _sent = new(StringComparer.Ordinal);

    public override string Name => "pace";

    public override void Lost() => _sent.Clear();

    public override void Sends(Submission submission)
    {
        if (submission.PutsBack is not null || submission.Closing is not { } id || Ledger.Closings.GetValueOrDefault(id) is not { } closing)
        {
            return;
        }

        if (closing.LastAttempt!.WalkStep >= WalkPace.Of(closing.Trigger.Urgency)?.Steps)
        {
            Broken($"{submission} is walked beyond its last price");
        }

        var failures = closing.Failures;
        var least = failures >= CloseLimits.Attempts ? CloseLimits.AfterManyFailures : failures > 0 && IsAfterFailure(closing) ? CloseLimits.Pause(failures) : TimeSpan.Zero;
        if (_sent.TryGetValue(closing.Id, out var before) && submission.SentAt - before < least - Tolerance)
        {
            Broken($"{submission} follows after {(submission.SentAt - before).TotalSeconds:0.0} s, with {failures} failures behind it");
        }

        _sent[closing.Id] = submission.SentAt;
    }

    private static bool IsAfterFailure(PositionClosing closing) => closing.Attempts.Count > 1
        && (closing.Attempts[^2].IsFailure || closing.Orders.Any(order =>
            order.Id == closing.Attempts[^2].OrderId && order is { Status: OrderStatus.Rejected, FilledQuantity: 0 }));
}
