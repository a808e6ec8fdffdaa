using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>6. An unknown outcome is resolved by looking, never by resubmitting blindly.</summary>
/// <remarks>
/// Judged on what the process heard, not on what it wrote: after an order of which it heard nothing certain, the same closing or entry sends
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
        if ((submission.Closing ?? submission.Entry) is not { } id)
        {
            return;
        }

        if (!_sent.TryGetValue(id, out var before))
        {
            _sent[id] = before = [];
        }

        foreach (var open in before.Where(open => !open.IsCertain && Touches(open.Submission, submission) && !IsFound(id, open.Submission)))
        {
            Judge(submission, open);
        }

        before.Add(new SentOrder(submission));
    }

    public override void Heard(Submission submission, SubmitOutcome outcome)
    {
        foreach (var sent in _sent.Values.SelectMany(orders => orders).Where(sent => sent.Submission == submission))
        {
            (sent.HeardAt, sent.IsCertain) = (Now, outcome is not SubmitOutcome.Unknown);
        }
    }

    // A look while the call is on its way says nothing about it.
    private void Judge(Submission next, SentOrder open)
    {
        var needed = open.Submission.IsClosePosition ? CloseLimits.BetweenLooks : CloseLimits.BetweenSearches;
        var since = open.HeardAt ?? open.Submission.SentAt + GatedReads.Patience;
        var looks = LooksAt(open.Submission).Where(at => at > since).ToList();
        if (looks.Count < 2 || looks[^1] - looks[0] < needed - Way)
        {
            Broken($"{next} follows {open.Submission}, of which nothing is known, after {looks.Count} looks");
        }
        else if (next.ClientOrderId != open.Submission.ClientOrderId && next.SentAt - open.Submission.SentAt < CloseLimits.BetweenLooks - Way)
        {
            Broken($"{next} follows {open.Submission} under another id, before that one can be known not to be listed late");
        }
    }

    private IEnumerable<DateTimeOffset> LooksAt(Submission submission) => submission.ClientOrderId is { } id
        ? World.Watch.Searches.GetValueOrDefault(id, [])
        : World.Watch.Looks.GetValueOrDefault(submission.Job?.Subject ?? "", []);

    private static bool Touches(Submission one, Submission other) => one.Legs.Any(leg => other.Legs.Any(own => own.Symbol == leg.Symbol));

    private bool IsFound(string id, Submission open) => open.Entry is not null
        ? Ledger.Entries.GetValueOrDefault(id)?.Order is not null
        : Ledger.Closings.GetValueOrDefault(id) is { } closing && IsFound(closing, open);

    private static bool IsFound(PositionClosing closing, Submission open) => closing.Attempts.Concat(closing.Displaced.Select(displaced => displaced.Return).OfType<CloseAttempt>()).Any(attempt => attempt.OrderId is not null
        && (open.ClientOrderId is { } id ? attempt.ClientOrderId == id : attempt.ClientOrderId is null && attempt.IntentAt <= open.SentAt
            && open.SentAt - attempt.IntentAt < CloseLimits.IntentLease && attempt.Symbol == open.Legs[0].Symbol));
}
