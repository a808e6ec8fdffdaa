using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>6. An unknown outcome is resolved by looking, never by resubmitting blindly.</summary>
/// <remarks>
/// Judged on what the process heard, not on what it wrote: after an order of which it heard nothing certain, the same closing sends
/// another one for the same leg only once the order was found, or once two looks at the broker lay the protocol's time apart.
/// </remarks>
internal sealed class LooksBeforeRetry(DayWorld world) : Invariant(world)
{
    // Looks count by the clock read at their beginning, here by the answer: the way between both differs a little.
    private static readonly TimeSpan Way = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, List<SentOrder>> _sent = new(StringComparer.Ordinal);

    public override string Name => "6";

    public override void Lost() => _sent.Clear();

    public override void Sends(Submission submission)
    {
        if (ClosingOf(submission) is not { } closing)
        {
            return;
        }

        if (!_sent.TryGetValue(closing.Id, out var before))
        {
            _sent[closing.Id] = before = [];
        }

        foreach (var open in before.Where(open => !open.IsCertain && Touches(open.Submission, submission) && !IsFound(closing, open.Submission)))
        {
            var needed = open.Submission.ClientOrderId is null ? CloseLimits.BetweenLooks : CloseLimits.BetweenSearches;
            var looks = LooksAt(open.Submission).Where(at => at > open.Submission.SentAt).ToList();
            if (looks.Count < 2 || looks[^1] - looks[0] < needed - Way)
            {
                Broken($"{submission} follows {open.Submission}, of which nothing is known, after {looks.Count} looks");
            }
        }

        before.Add(new SentOrder(submission));
    }

    public override void Heard(Submission submission, SubmitOutcome outcome)
    {
        foreach (var sent in _sent.Values.SelectMany(orders => orders).Where(sent => sent.Submission == submission))
        {
            sent.IsCertain = outcome is not SubmitOutcome.Unknown;
        }
    }

    private IEnumerable<DateTimeOffset> LooksAt(Submission submission) => submission.ClientOrderId is { } id
        ? World.Watch.Searches.GetValueOrDefault(id, [])
        : World.Watch.Looks.GetValueOrDefault(submission.Job?.Subject ?? "", []);

    private static bool Touches(Submission one, Submission other) => one.Legs.Any(leg => other.Legs.Any(own => own.Symbol == leg.Symbol));

    private static bool IsFound(PositionClosing closing, Submission open) => closing.Attempts.Any(attempt => attempt.OrderId is not null
        && (open.ClientOrderId is { } id ? attempt.ClientOrderId == id : attempt.ClientOrderId is null && attempt.IntentAt <= open.SentAt
            && open.SentAt - attempt.IntentAt < CloseLimits.IntentLease && attempt.Symbol == open.Legs[0].Symbol));

    private PositionClosing? ClosingOf(Submission submission) => Ledger.Closings.Values.FirstOrDefault(closing => closing.End is null
        && closing.LastAttempt is { } last
        && (submission.ClientOrderId is { } id ? last.ClientOrderId == id : last.ClientOrderId is null && last.Symbol == submission.Legs[0].Symbol));
}
