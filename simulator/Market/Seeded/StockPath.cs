namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>The price of a stock at each second of each session, made when first asked for.</summary>
/// <remarks>
/// A Brownian motion of the logarithm, bent in a straight line between scripted points so that it passes through them: between
/// two points a Brownian bridge, after the last of a session free again. A session starts where the one before it ended, moved by
/// half a session's standard deviation for the news of the night, unless its open is scripted.
/// </remarks>
internal sealed class StockPath
{
    // Of close-to-close variance some fifth falls between the close and the open of large stocks.
    private const double Night = 0.5;
    private const double SessionsOfYear = 252;

    private readonly Lazy<double[]>[] _sessions;
    private readonly SeededUnderlying _stock;
    private readonly SeededSessions _calendar;
    private readonly int _seed;
    private readonly IReadOnlyList<CorporateAction> _actions;

    public StockPath(SeededUnderlying stock, SeededSessions calendar, int seed, IReadOnlyList<CorporateAction> actions)
    {
        (_stock, _calendar, _seed, _actions) = (stock, calendar, seed, actions);
        _sessions = [.. calendar.Days.Select((_, session) => new Lazy<double[]>(() => Walk(session)))];
    }

    /// <summary>USD per share, positive, not rounded.</summary>
    public double At(int session, int second) => Math.Exp(_sessions[session].Value[second]);

    private double[] Walk(int session)
    {
        var noise = new SeededNoise(_seed, $"path {_stock.Symbol} {_calendar.Days[session].Date:yyyyMMdd}");
        var step = _stock.AnnualVolatility / Math.Sqrt(SeededSessions.SecondsOfYear);
        var walk = new double[_calendar.LengthOf(session) + 1];
        walk[0] = session == 0 ? Math.Log((double)_stock.StartPrice) : _sessions[session - 1].Value[^1] + Gap(noise);
        for (var second = 1; second < walk.Length; second++)
        {
            walk[second] = walk[second - 1] + (step * noise.Normal(second));
        }

        Adjust(walk, session);
        Bend(walk, session);
        return walk;
    }

    // The path itself draws from 1 on.
    private double Gap(SeededNoise noise) => Night * _stock.AnnualVolatility / Math.Sqrt(SessionsOfYear) * noise.Normal(0);

    // At the open of its day a dividend leaves the price, and a split divides it.
    private void Adjust(double[] walk, int session)
    {
        foreach (var action in _actions.Where(action => action.ExDate == _calendar.Days[session].Date))
        {
            var open = Math.Exp(walk[0]);
            var shift = Math.Log(Math.Max(0.01, open - (double)action.Dividend) / open / (double)action.SplitRatio);
            for (var second = 0; second < walk.Length; second++)
            {
                walk[second] += shift;
            }
        }
    }

    private double SplitsUntil(int session) => (double)_actions
        .Where(action => action.ExDate <= _calendar.Days[session].Date)
        .Aggregate(1m, (ratio, action) => ratio * action.SplitRatio);

    private void Bend(double[] walk, int session)
    {
        var (from, offset) = (0, 0.0);
        var start = (double)_stock.StartPrice / SplitsUntil(session);
        foreach (var point in _stock.Script.Where(point => point.Session == session))
        {
            var to = _calendar.SecondOf(point)!.Value;
            var target = Math.Log(start * (1 + point.Move)) - walk[to];
            for (var second = from + 1; second < to; second++)
            {
                walk[second] += offset + ((target - offset) * (second - from) / (to - from));
            }

            walk[to] += target;
            (from, offset) = (to, target);
        }

        for (var second = from + 1; second < walk.Length; second++)
        {
            walk[second] += offset;
        }
    }
}
