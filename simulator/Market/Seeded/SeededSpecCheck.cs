using System.Globalization;

namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Finds everything that is wrong with a specification at once.</summary>
internal sealed class SeededSpecCheck
{
    private const int MostSessions = 30;
    private readonly List<string> _problems = [];

    private SeededSpecCheck()
    {
    }

    public static IReadOnlyList<string> Of(SeededMarketSpec spec)
    {
        var check = new SeededSpecCheck();
        var sessions = check.Sessions(spec);
        check.Expect(Math.Abs(spec.Rate) <= 1, $"Rate: {spec.Rate} is not a fraction (0.04 is 4 %)");
        check.Expect(spec.Underlyings.Count > 0, $"Underlyings: none (name at least one)");
        foreach (var twice in spec.Underlyings.GroupBy(known => known.Symbol).Where(group => group.Count() > 1))
        {
            check.Expect(false, $"Underlyings: {twice.Key} stands {twice.Count()} times (once)");
        }

        foreach (var underlying in spec.Underlyings)
        {
            check.Underlying(underlying);
            check.Chain(underlying);
            check.Script(underlying, sessions);
        }

        foreach (var action in spec.Actions ?? [])
        {
            check.Action(action, spec, sessions);
        }

        foreach (var splits in (spec.Actions ?? []).Where(action => action.IsSplit).GroupBy(action => action.Underlying))
        {
            check.Expect(splits.Count() == 1, $"Actions: {splits.Key} splits {splits.Count()} times (once)");
        }

        return check._problems;
    }

    // Null: unknown, so that nothing can be said about scripts.
    private SeededSessions? Sessions(SeededMarketSpec spec)
    {
        var traded = IsTradingDay(spec.Date);
        var counted = spec.Sessions is >= 1 and <= MostSessions;
        Expect(traded,
            $"Date: {spec.Date:yyyy-MM-dd} is no trading day (New York trading days from {TradingCalendar.First:yyyy-MM-dd} on)");
        Expect(counted, $"Sessions: {spec.Sessions} (1 to {MostSessions})");
        return traded && counted ? new SeededSessions(spec.Date, spec.Sessions) : null;
    }

    private void Underlying(SeededUnderlying known)
    {
        var symbol = known.Symbol;
        Expect(symbol.Length is >= 1 and <= 6 && symbol.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign)),
            $"{symbol}: not a symbol (1 to 6 upper case letters and digits)");
        Expect(known.StartPrice is >= 1 and <= 100_000, $"{symbol}.StartPrice: {known.StartPrice} (1 to 100000 USD)");
        Expect(known.AnnualVolatility is > 0 and <= 5,
            $"{symbol}.AnnualVolatility: {known.AnnualVolatility} (a fraction above 0, at most 5)");
        Expect(Math.Abs(known.DividendYield) <= 1,
            $"{symbol}.DividendYield: {known.DividendYield} is not a fraction (0.01 is 1 %)");
        Expect(known.Multiplier > 0, $"{symbol}.Multiplier: {known.Multiplier} (positive)");
    }

    private void Chain(SeededUnderlying known)
    {
        foreach (var strike in known.Strikes.Where(strike => strike is <= 0 or >= 100_000 || strike * 1000 % 1 != 0))
        {
            Expect(false, $"{known.Symbol}.Strikes: {strike} (above 0, below 100000, at most three decimals)");
        }

        foreach (var day in known.Expirations.Where(day => !IsTradingDay(day)))
        {
            Expect(false, $"{known.Symbol}.Expirations: {day:yyyy-MM-dd} is no trading day");
        }

        Expect(known.Strikes.Distinct().Count() == known.Strikes.Count, $"{known.Symbol}.Strikes: one stands twice (once)");
        Expect(known.Expirations.Distinct().Count() == known.Expirations.Count,
            $"{known.Symbol}.Expirations: one stands twice (once)");
    }

    private void Script(SeededUnderlying known, SeededSessions? sessions)
    {
        (int Session, int Second)? last = null;
        foreach (var point in known.Script)
        {
            var place = string.Create(CultureInfo.InvariantCulture,
                $"{known.Symbol}.Script: session {point.Session}, {point.At:HH:mm:ss.fff}");
            Expect(point.Move is > -1 and < 10, $"{place}: move {point.Move} (a fraction above -1, below 10)");
            var at = sessions?.SecondOf(point);
            Expect(sessions is null || at is not null, $"{place}: not a whole second of a session (from the open to the close)");
            var now = at is { } second ? (point.Session, second) : last;
            Expect(last is null || at is null || Nullable.Compare(now, last) > 0,
                $"{place}: does not come after the point before it");
            last = now;
        }
    }

    private void Action(CorporateAction action, SeededMarketSpec spec, SeededSessions? sessions)
    {
        var place = $"Actions: {action.Underlying} {action.ExDate:yyyy-MM-dd}";
        var known = spec.Underlyings.FirstOrDefault(underlying => underlying.Symbol == action.Underlying);
        Expect(known is not null, $"{place}: no such underlying");
        Expect(sessions is null || sessions.Days.Skip(1).Any(day => day.Date == action.ExDate),
            $"{place}: not a session after the first");
        Expect(action.Dividend >= 0 && !(action.Dividend >= known?.StartPrice),
            $"{place}: dividend {action.Dividend} (USD per share, 0 or more, below the price)");
        var ratio = action is { SplitTo: > 0, SplitFrom: > 0 };
        Expect(ratio, $"{place}: split {action.SplitTo} for {action.SplitFrom} (both positive)");
        Expect(!ratio || known is null || known.Multiplier * action.SplitTo % action.SplitFrom == 0,
            $"{place}: split {action.SplitTo} for {action.SplitFrom} makes parts of shares of a contract of {known?.Multiplier}");
    }

    private static bool IsTradingDay(DateOnly day) => day >= TradingCalendar.First && TradingCalendar.DayOf(day) is not null;

    private void Expect(bool holds, FormattableString problem)
    {
        if (!holds)
        {
            _problems.Add(problem.ToString(CultureInfo.InvariantCulture));
        }
    }
}
