using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Pricing;
using ExitDesk.Domain.Sessions;
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

        if (moment.Value is not { IsOpen: true, Session: { } session })
        {
            return $"Not computed: the market is closed, and old quotes tell no volatility. Ask again from {NewYork.ShortClock(moment.Value.NextOpen, moment.Value.Now)} on.";
        }

        var at = request.At is { } time ? NewYork.At(session.Date, time) : (DateTimeOffset?)null;
        if (at <= moment.Value.Now || at > session.CloseAt)
        {
            return $"{NewYork.ShortClock(at.Value, moment.Value.Now)} is not ahead in this session: write a time after "
                + $"{NewYork.ShortClock(moment.Value.Now, moment.Value.Now)}, at most {NewYork.ShortClock(session.CloseAt, moment.Value.Now)}.";
        }

        return await ComputeAsync(positions, request, at, moment.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> ComputeAsync(
        IReadOnlyList<Position> positions, WhatIfRequest request, DateTimeOffset? at, MarketMoment moment, CancellationToken cancellationToken)
    {
        var view = await market.ReadAsync(positions, moment, cancellationToken, withStocks: true).ConfigureAwait(false);
        if (view.QuotesFailure is { } failure)
        {
            return $"Not computed: quotes cannot be read, {Html.Escape(failure)}. Please try again.";
        }

        var symbol = positions[0].Underlying;
        if (!view.Underlyings.TryGetValue(symbol, out var price))
        {
            return $"Not computed: {Html.Escape(symbol)} has no price that is young enough. Please try again.";
        }

        var whatIf = new WhatIf(price.Price, request.Move, moment, at);
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        return WhatIfText.Of(
            [.. positions.Select(position => looks.Of(
                position, marks.GetValueOrDefault(position.Id) ?? PositionMark.None(position.Id), view, whatIf, switches))],
            symbol, request.Move, price.Price, whatIf, at is not null, switches);
    }
}
