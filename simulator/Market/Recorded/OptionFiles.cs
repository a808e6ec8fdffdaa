using System.Globalization;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Reads the option quotes of one underlying: minute files if every day has one, else hour files.</summary>
/// <param name="folder">Folder of the recorded data.</param>
/// <param name="ticker">Lower case, as files are named.</param>
/// <param name="days">The days wanted.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class OptionFiles(string folder, string ticker, CorpusDays days, CorpusProblems problems)
{
    private readonly Dictionary<string, (ListedContract Contract, QuoteSeriesBuilder Series)> _contracts =
        new(StringComparer.Ordinal);

    /// <summary>Every contract that was quoted, by symbol.</summary>
    public SortedList<string, (ListedContract Contract, QuoteSeries Series)> Read()
    {
        var minutes = days.Sessions.Select(day => MinutePath(day.Date)).ToList();
        if (minutes.TrueForAll(File.Exists))
        {
            ReadMinutes(minutes);
        }
        else
        {
            ReadHours(minutes);
        }

        var quoted = new SortedList<string, (ListedContract, QuoteSeries)>(StringComparer.Ordinal);
        foreach (var (symbol, found) in _contracts.Where(pair => pair.Value.Series.Quoted))
        {
            quoted.Add(symbol, (found.Contract, found.Series.Build()));
        }

        return quoted;
    }

    private void ReadMinutes(List<string> paths)
    {
        for (var day = 0; day < paths.Count; day++)
        {
            var prefix = $"{CorpusDays.FileDate(days.Sessions[day].Date)}_{ticker}_minute_quote_american_";
            ReadArchive(paths[day], prefix, days.MinuteClock(day), BarClocks.MinuteRule);
        }
    }

    private void ReadHours(List<string> minutes)
    {
        var clock = days.HourClock();
        foreach (var year in days.Sessions.GroupBy(day => day.Date.Year))
        {
            var path = Path.Combine(folder, "option", "usa", "hour",
                string.Create(CultureInfo.InvariantCulture, $"{ticker}_{year.Key}_quote_american.zip"));
            if (File.Exists(path))
            {
                ReadArchive(path, $"{ticker}_quote_american_", clock, BarClocks.HourRule);
                continue;
            }

            foreach (var day in year.Where(day => !File.Exists(MinutePath(day.Date))))
            {
                problems.Add(MinutePath(day.Date), $"no option quotes of {day.Date:yyyy-MM-dd}: neither this file nor {path}",
                    Present(Path.GetDirectoryName(minutes[0])!));
            }
        }
    }

    private void ReadArchive(string path, string prefix, BarClock clock, string clockRule)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        CorpusArchive.Read(path, problems, (name, place, text) =>
        {
            if (ContractFileName.Parse(name, prefix, ticker.ToUpperInvariant(), out var mismatch) is not { } contract)
            {
                problems.Add(place, mismatch!,
                    $"files are named {prefix}{{call|put}}_{{strike × 10000}}_{{yyyyMMdd}}.csv; remove it or rename it");
            }
            else if (!names.Add(contract.Symbol))
            {
                problems.Add(place, $"a second file of {contract.Symbol}", "keep one of them");
            }
            else
            {
                new RowReader(place, clock, clockRule, problems).ReadQuotes(text, SeriesOf(contract));
            }
        });
    }

    private QuoteSeriesBuilder SeriesOf(ListedContract contract)
    {
        if (!_contracts.TryGetValue(contract.Symbol, out var known))
        {
            _contracts[contract.Symbol] = known = (contract, new QuoteSeriesBuilder());
        }

        return known.Series;
    }

    private string MinutePath(DateOnly date) =>
        Path.Combine(folder, "option", "usa", "minute", ticker, $"{CorpusDays.FileDate(date)}_quote_american.zip");

    private static string Present(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return $"there is no folder {folder} either; correct the underlying or the folder";
        }

        var archives = Directory.EnumerateFiles(folder, "*.zip").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        return $"there is: {string.Join(", ", archives)}";
    }
}
