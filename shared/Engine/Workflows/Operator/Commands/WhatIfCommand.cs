using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Pricing;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/whatif SYM ±x% [hh:mm]</c>: positions on a stock after a move of it, and the rules that would fire. Decides nothing.</summary>
public sealed class WhatIfCommand(
    DeskLedger documents, MarketMoments moments, MarketReads market, HypotheticalLooks looks, DeskReplies replies)
{
    public async Task RunAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken) =>
        await replies.ReplyAsync(update, await AnswerAsync(argument, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async Task<string> AnswerAsync(string argument, CancellationToken cancellationToken)
    {
        var (request, problem) = WhatIfRequest.Parse(argument);
        if (request is null)
        {
            return $"{Html.Escape(problem)} {WhatIfRequest.Usage}";
        }

        var positions = (await documents.PositionsAsync(cancellationToken).ConfigureAwait(false))
            .Select(position => position.Value)
            .Where(position => position.Status.IsLive() && position.Underlying == StockSymbol.OptionRoot(request.Symbol))
            .OrderBy(position => position.Id, StringComparer.Ordinal)
            .ToList();
        if (positions.Count == 0)
        {
            return $"No open position on {Html.Escape(request.Symbol)}. /status lists them.";
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            return $"Not computed: {Html.Escape(moment.Failure)}. Please try again.";
        }

        var isOpen = moment.Value is { IsOpen: true, Session: not null };
        var view = isOpen
            ? await market.ReadAsync(positions, moment.Value, cancellationToken, withStocks: true).ConfigureAwait(false)
            : await market.LastAsync(positions, moment.Value, cancellationToken).ConfigureAwait(false);
        return view.QuotesFailure is { } failure
            ? $"Not computed: quotes cannot be read, {Html.Escape(failure)}. Please try again."
            : await ComputeAsync(positions, request, view, isOpen ? null : moment.Value.Now, cancellationToken).ConfigureAwait(false);
    }

    // Closed since an instant that is known as asked at: rules and time are then those of the next open.
    private async Task<string> ComputeAsync(
        IReadOnlyList<Position> positions, WhatIfRequest request, MarketView view, DateTimeOffset? closedAt, CancellationToken cancellationToken)
    {
        var (symbol, moment) = (positions[0].Underlying, view.Moment);
        var session = moment.Session!;
        var now = closedAt ?? moment.Now;
        var at = request.At is { } time ? NewYork.At(session.Date, time) : (DateTimeOffset?)null;
        if (at <= moment.Now || at > session.CloseAt)
        {
            return $"{NewYork.ShortClock(at.Value, now)} is not ahead in {(closedAt is null ? "this" : "the next")} session: write a time after "
                + $"{NewYork.ShortClock(moment.Now, now)}, at most {NewYork.ShortClock(session.CloseAt, now)}.";
        }

        if (!view.Underlyings.TryGetValue(symbol, out var price))
        {
            return closedAt is null
                ? $"Not computed: {Html.Escape(symbol)} has no price that is young enough. Please try again."
                : $"Not computed: the market is closed, and {Html.Escape(symbol)} has no last price to begin with. Not priced: "
                    + $"{string.Join(", ", positions.Select(position => Html.Escape(Titles.Of(position))))}.";
        }

        var whatIf = new WhatIf(price.Price, request.Move, moment, at);
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        return WhatIfText.Of(
            [.. positions.Select(position => looks.Of(
                position, marks.GetValueOrDefault(position.Id) ?? PositionMark.None(position.Id), view, whatIf, switches))],
            symbol, request.Move, price.Price, whatIf, WhatIfMoment.Of(view, price, closedAt, at is not null, whatIf.At), switches);
    }
}
