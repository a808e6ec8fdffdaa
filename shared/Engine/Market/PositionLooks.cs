using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Market;

/// <summary>Looks at positions to explain them: with the sweep's own reads while the market is open, else as they were last seen.</summary>
/// <remarks>While the market is closed time rules are judged as of the next open: that is when they could act.</remarks>
public sealed class PositionLooks(MarketReads market, ExchangeCalendar calendar, PositionFacts facts, UnderlyingTape tape, ExitPlanBook plans)
{
    /// <summary>Reads the market anew for some positions.</summary>
    /// <param name="positions">Live ones.</param>
    /// <param name="marks">By position; a missing one was never seen.</param>
    /// <param name="switches">Mode and state.</param>
    /// <param name="moment">Now, or why it is not known.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<IReadOnlyList<PositionLook>> AnewAsync(
        IReadOnlyList<Position> positions,
        IReadOnlyDictionary<string, PositionMark> marks,
        DeskSwitches switches,
        BrokerRead<MarketMoment> moment,
        CancellationToken cancellationToken)
    {
        var view = moment is { Succeeded: true, Value: { IsOpen: true, Session: not null } }
            ? await market.ReadAsync(positions, moment.Value, cancellationToken, withStocks: true).ConfigureAwait(false)
            : null;
        if (view is not { QuotesFailure: null })
        {
            var because = view is null ? null : $"quotes cannot be read, {view.QuotesFailure}";
            return await LastSeenAsync(positions, marks, switches, moment, cancellationToken, because).ConfigureAwait(false);
        }

        var upcoming = From(view.Moment.Session!, view.Days);
        return [.. positions.Select(position => Anew(position, MarkOf(position, marks), view, switches, upcoming))];
    }

    /// <summary>As the last sweep saw them, with the time of now.</summary>
    /// <param name="positions">Live ones.</param>
    /// <param name="marks">By position; a missing one was never seen.</param>
    /// <param name="switches">Mode and state.</param>
    /// <param name="moment">Now, or why it is not known.</param>
    /// <param name="cancellationToken">Ends the read of the calendar.</param>
    /// <param name="because">Why the market was not read anew; null: the clock tells.</param>
    public async Task<IReadOnlyList<PositionLook>> LastSeenAsync(
        IReadOnlyList<Position> positions,
        IReadOnlyDictionary<string, PositionMark> marks,
        DeskSwitches switches,
        BrokerRead<MarketMoment> moment,
        CancellationToken cancellationToken,
        string? because = null)
    {
        if (!moment.Succeeded)
        {
            return [.. positions.Select(position => Timeless(position, MarkOf(position, marks), switches) with { NotAnew = moment.Failure })];
        }

        var days = await calendar.AroundAsync(NewYork.DateOf(moment.Value.Now), cancellationToken).ConfigureAwait(false);
        var acting = ActingMoment.Of(moment.Value, days);
        var prices = positions
            .Select(position => position.Underlying)
            .Distinct()
            .Select(symbol => (symbol, price: tape.Latest(symbol)))
            .Where(known => known.price is not null)
            .ToDictionary(known => known.symbol, known => new UnderlyingPrice(known.price!.Value, moment.Value.Now, UnderlyingPriceSource.LastTrade));
        var view = new MarketView(acting, NewYork.TimeOf(acting.Now), new Dictionary<string, OptionSnapshot>(), prices, null, days);
        var upcoming = From(acting.Session!, days);
        var why = because ?? (moment.Value.IsOpen ? "as of the last sweep" : PositionLook.Closed);
        return [.. positions.Select(position => LastSeen(position, MarkOf(position, marks), view, switches, upcoming) with { Now = moment.Value.Now, NotAnew = why })];
    }

    private static PositionMark MarkOf(Position position, IReadOnlyDictionary<string, PositionMark> marks) =>
        marks.GetValueOrDefault(position.Id) ?? PositionMark.None(position.Id);

    // A calendar that cannot be read knows no session, but the clock knows this one.
    private static IReadOnlyList<Session> From(Session session, SessionDays days) => days.From(session.Date) is { Count: > 0 } known ? known : [session];

    private static DecisionContext ContextOf(Position position, DeskSwitches switches, DateTimeOffset now) =>
        new(switches.Mode == TradingMode.Emergency, position.SilencedRules(now));

    // Stock is worth its price; no sweep keeps a mark of it.
    private static PositionMark Priced(Position position, PositionMark mark, MarketView view) =>
        position is { IsOption: false, Management: Management.Managed or Management.Watched } && view.Underlyings.TryGetValue(position.Underlying, out var price)
            ? mark with { Quote = new Quote(price.Price, price.Price, price.At), Quality = QuoteQuality.Usable }
            : mark;

    private PositionLook Anew(Position position, PositionMark mark, MarketView view, DeskSwitches switches, IReadOnlyList<Session> upcoming)
    {
        var plan = plans.MergedFor(position);
        if (!position.IsOption)
        {
            return LastSeen(position, mark, view, switches, upcoming) with { Now = view.Moment.Now };
        }

        var legs = facts.LegsOf(position, view);
        var appraisal = Appraiser.Appraise(
            position, plan.Plan, mark, legs, PositionFacts.Of(position, facts.AssessmentOf(position, view), view, switches), view.Moment);
        return new PositionLook(
            position, plan, appraisal.Mark with { Evaluations = mark.Evaluations }, appraisal.Snapshot, ContextOf(position, switches, view.Moment.Now), upcoming)
        {
            Now = view.Moment.Now,
            Ladder = plans.Expiry,
            Legs = legs,
            Decision = appraisal.Decision,
            Unconfirmed = appraisal.Unconfirmed,
        };
    }

    private PositionLook LastSeen(Position position, PositionMark mark, MarketView view, DeskSwitches switches, IReadOnlyList<Session> upcoming)
    {
        var plan = plans.MergedFor(position);
        var seen = Priced(position, mark, view);
        var context = ContextOf(position, switches, view.Moment.Now);
        var snapshot = SnapshotBuilder.FromMark(position, seen, PositionFacts.Of(position, facts.AssessmentOf(position, view), view, switches));
        return new PositionLook(position, plan, seen, snapshot, context, upcoming)
        {
            Ladder = plans.Expiry,
            Decision = ExitPolicy.Decide(snapshot, plan.Plan, context),
        };
    }

    private PositionLook Timeless(Position position, PositionMark mark, DeskSwitches switches)
    {
        var underlying = new UnderlyingFacts(tape.Latest(position.Underlying), position.UnderlyingEntryPrice, PositionDirection.Of(position.Structure));
        return new PositionLook(
            position, plans.MergedFor(position), mark, SnapshotBuilder.FromMark(position, mark, new ExitFacts(underlying, default)),
            ContextOf(position, switches, mark.Quote?.At ?? default), []);
    }
}
