using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Overrides;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/profit</c>, <c>/daily</c>, <c>/stats</c>, <c>/trades</c>: realized results, from the trade rows.</summary>
public sealed class ResultCommands(ILedger ledger, MarketMoments moments, OverrideScorecard overrides)
{
    private const int ProfitDays = 30;
    private const int MostDays = 366;
    private const int DailyDays = 7;
    private const int MostDaily = 60;
    private const int StatsDays = 90;
    private const int ShownTrades = 10;
    private const int MostTrades = 50;

    /// <summary>Sum, wins, best and worst of the last days.</summary>
    public async Task<string> ProfitAsync(string argument, CancellationToken cancellationToken) =>
        CountArgument.Read(argument, ProfitDays, MostDays) is not { } days
            ? $"Write a number of days from 1 to {MostDays}, for instance /profit 30"
            : ResultText.Profit($"Realized, last {days} days", await ReadAsync(days, cancellationToken).ConfigureAwait(false));

    /// <summary>A line a day, with the sum.</summary>
    public async Task<string> DailyAsync(string argument, CancellationToken cancellationToken)
    {
        if (CountArgument.Read(argument, DailyDays, MostDaily) is not { } days)
        {
            return $"Write a number of days from 1 to {MostDaily}, for instance /daily 7";
        }

        var today = await TodayAsync(cancellationToken).ConfigureAwait(false);
        return ResultText.Daily(today.AddDays(1 - days), today, await ReadAsync(days, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>By strategy, of the last ninety days; and what the owner's answers won or lost against the rules.</summary>
    public async Task<string> StatsAsync(CancellationToken cancellationToken)
    {
        var today = await TodayAsync(cancellationToken).ConfigureAwait(false);
        var byStrategy = ResultText.ByStrategy($"Realized by strategy, last {StatsDays} days", await ReadAsync(StatsDays, cancellationToken).ConfigureAwait(false));
        var answers = await overrides.LinesAsync($"last {StatsDays} days", today.AddDays(1 - StatsDays), today, cancellationToken).ConfigureAwait(false);
        return string.Join('\n', answers.Prepend(byStrategy));
    }

    /// <summary>The latest trades, one a line.</summary>
    public async Task<string> TradesAsync(string argument, CancellationToken cancellationToken) =>
        CountArgument.Read(argument, ShownTrades, MostTrades) is not { } count
            ? $"Write how many, from 1 to {MostTrades}, for instance /trades 10"
            : ResultText.Trades(
                [.. (await ReadAsync(MostDays, cancellationToken).ConfigureAwait(false)).Take(count)], await TodayAsync(cancellationToken).ConfigureAwait(false));

    private async Task<IReadOnlyList<ClosedTrade>> ReadAsync(int days, CancellationToken cancellationToken)
    {
        var today = await TodayAsync(cancellationToken).ConfigureAwait(false);
        return await Trades.ReadAsync(ledger, today.AddDays(1 - days), today, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancellationToken) =>
        NewYork.DateOf((await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false)).Now);
}
