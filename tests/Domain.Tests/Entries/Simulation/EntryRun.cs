using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Entries.Simulation;

/// <summary>Drives one entry against a moody broker, step by step as the desk does, and checks it after each.</summary>
/// <param name="random">Of the whole run.</param>
/// <param name="broker">May be another entry's too.</param>
/// <param name="recommendation">What is wanted.</param>
/// <param name="settings">What entries may do.</param>
internal sealed class EntryRun(Random random, EntryBroker broker, Recommendation recommendation, EntrySettings settings)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);

    private readonly List<string> _steps = [];
    private readonly string _client = EntryOrderIds.Of("sim", SampleSession.Day, recommendation.Id);
    private DateTimeOffset _shallBeOverBy = recommendation.ExpiresAt.AddMinutes(10);
    private EntryObservations _observations = new(true);

    public PositionEntry Entry { get; private set; } = new(recommendation, broker.Now);

    /// <summary>Every entry of the account, this one among them.</summary>
    public Func<IReadOnlyList<PositionEntry>> Ledger { get; set; } = static () => [];

    public int Submissions { get; private set; }

    public string Told => $"{recommendation.Action} {Entry.End}\n{string.Join('\n', _steps.TakeLast(60))}";

    /// <summary>Does what is due.</summary>
    /// <returns>What went wrong; null if nothing did.</returns>
    public string? Turn()
    {
        var moment = SampleSession.At(broker.Now);
        var step = EntryProtocol.Next(Entry, _observations, moment, Limits(moment));
        _steps.Add($"{broker.Now:HH:mm:ss} filled {broker.FilledOf(_client):0}, {step}");
        if (Complaint(step, moment) is { } complaint)
        {
            return complaint;
        }

        // What was gathered holds for one turn: the step ends it, unless it asks for more.
        var gathered = _observations;
        _observations = new EntryObservations(!broker.Hits(1));
        switch (step)
        {
            case EntryStep.Judge:
                var verdict = EntryGates.Judge(recommendation, Facts(moment), settings);
                Entry = Entry with { Verdict = verdict };
                _observations = gathered with { Verdict = verdict };
                break;
            case EntryStep.Look:
                Look(gathered);
                break;
            case EntryStep.Ask ask:
                Entry = Entry with { Status = EntryStatus.AwaitingApproval, AskedAt = moment.Now, LapsesAt = ask.LapsesAt };
                break;
            case EntryStep.Begin:
                Entry = Entry with { Status = EntryStatus.Working };
                break;
            case EntryStep.Book book:
                Entry = Entry with { BookedQuantity = book.Quantity };
                _observations = gathered;
                break;
            case EntryStep.Cancel cancel:
                Entry = Entry with { CancelsAt = [.. Entry.CancelsAt, moment.Now] };
                broker.Cancel(cancel.Order.Id);
                break;
            case EntryStep.Submit submit:
                Send(submit, moment.Now);
                break;
            case EntryStep.Settle settle:
                Entry = Entry with { Status = EntryStatus.Ended, End = settle.End, Note = settle.Note };
                break;
            case EntryStep.Wait wait:
                Entry = Entry with { NextAt = wait.Until };
                break;
        }

        return null;
    }

    /// <summary>When it wants its next turn: a message may come early.</summary>
    public DateTimeOffset NextAt => Entry.NextAt <= broker.Now ? broker.Now
        : broker.Hits(10) ? broker.Now + ((Entry.NextAt - broker.Now) * random.NextDouble()) : Entry.NextAt;

    /// <summary>Its owner may answer at any time.</summary>
    public void Answer()
    {
        if (Entry is { Status: EntryStatus.AwaitingApproval, Verdict.Offer: { } offer } && broker.Hits(30))
        {
            Entry = Entry with { Status = EntryStatus.Working, ApprovedAt = broker.Now, ApprovedPrice = offer.LimitPrice, NextAt = broker.Now };
        }
    }

    private EntryLimits Limits(MarketMoment moment) => new(settings, EntryWindow.Of(moment, NewYork(moment), settings), _client);

    private static TimeOnly NewYork(MarketMoment moment) => new TimeOnly(12, 0).Add(moment.Now - SampleSession.Noon);

    private EntryFacts Facts(MarketMoment moment)
    {
        var facts = SampleEntryFacts.At(moment.Now) with { Holdings = broker.Holdings, OpenOrders = broker.Open, Entries = Ledger(), ApprovedPrice = Entry.ApprovedPrice };
        foreach (var quote in facts.Quotes!.Keys.ToList())
        {
            var move = random.Next(-10, 11) / 100m;
            facts = facts.Quoted(quote, facts.Quotes![quote].Bid + move, facts.Quotes[quote].Ask + move);
        }

        return broker.Hits(5) ? facts with { Holdings = null } : facts;
    }

    private void Look(EntryObservations gathered)
    {
        var free = CoveringShares.Free("XYZ", 100, broker.Holdings, broker.Open, [], _client);
        if (broker.Look(_client, free) is not { } look)
        {
            Entry = Entry with { NextAt = broker.Now.AddSeconds(2) };
            return;
        }

        var before = Entry.FilledQuantity;
        Entry = EntryObservation.Observe(Entry, look);
        _observations = gathered with { Look = look };
        if (Entry.FilledQuantity < before)
        {
            throw new InvalidOperationException("fills shrank");
        }
    }

    private void Send(EntryStep.Submit submit, DateTimeOffset now)
    {
        Submissions++;
        Entry = EntryIntent.Of(Entry, submit, now);
        if (broker.Hits(3) || broker.Send(Entry.Attempt!, recommendation) is not { } answered)
        {
            return;
        }

        Entry = Entry with { Attempt = answered, Order = answered.OrderId is { } id ? broker.Find(id) : null };
    }

    private string? Complaint(EntryStep step, MarketMoment moment)
    {
        // A broker that does not answer is told of once a minute: that is all that can be done.
        _shallBeOverBy = step is EntryStep.Wait { IsAlarming: true } ? moment.Now + LongestSilence : _shallBeOverBy;
        return step switch
        {
            _ when broker.Broken is { } broken => broken,
            _ when broker.FilledOf(_client) > recommendation.Quantity => "more filled than was wanted",
            _ when moment.Now > _shallBeOverBy && moment.Now > recommendation.ExpiresAt.AddMinutes(40) => "it goes on without an alarm",
            EntryStep.Submit when Entry.Attempt is { IsOpenQuestion: true } => "a submission while an attempt is an open question",
            EntryStep.Submit when Entry.Order is not null => "a submission beside an order",
            EntryStep.Submit when moment.Now >= recommendation.ExpiresAt => "a submission after it expired",
            EntryStep.Submit when !Limits(moment).Window!.Contains(moment.Now) => "a submission outside of the window",
            EntryStep.Submit when settings.ApprovalOf(recommendation.Action) != EntryApproval.Act && Entry.ApprovedAt is null => "a submission that nobody approved",
            EntryStep.Submit when Entry.Status != EntryStatus.Working => "a submission that nobody counts",
            EntryStep.Submit submit => Problem(submit.Ticket),
            EntryStep.Settle { End: EntryEnd.GivenUp, IsAlarming: false } => "it is given up in silence",
            EntryStep.Settle { End: not EntryEnd.GivenUp } when broker.HasLive(_client) => "it ends while its order lives",
            EntryStep.Settle { End: not EntryEnd.GivenUp } when broker.FilledOf(_client) != Entry.BookedQuantity => "it ends with fills that are not booked",
            EntryStep.Settle { End: EntryEnd.Filled } when Entry.BookedQuantity != recommendation.Quantity => "it is called filled and is not",
            _ => null,
        };
    }

    private string? Problem(OrderTicket ticket) =>
        TicketCheck.Problem(ticket) is { } problem ? problem
        : ticket.ClientOrderId != _client ? "an order of another id"
        : ticket.Quantity != recommendation.Quantity || !ticket.Legs.SequenceEqual(recommendation.Legs) ? "another order than was wanted"
        : ticket.Legs.Any(leg => leg.Intent.IsClosing()) ? "an order that closes"
        : IsWorse(ticket.LimitPrice!.Value, recommendation.LimitPrice!.Value) ? "a worse price than was wanted"
        : Entry.ApprovedPrice is { } approved && IsWorse(ticket.LimitPrice.Value, approved) ? "a worse price than was approved"
        : null;

    private bool IsWorse(decimal price, decimal than) => recommendation.IsSale() ? price < than : price > than;
}
