using ExitDesk.Engine.Ports.Ledger;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

/// <summary>What every ledger's history must do.</summary>
public abstract class LedgerHistoryContractTests
{
    private const string Stream = "audit:2026-11-20";

    [SkippableFact]
    public async Task WhenRowsAreAppended_TheyComeInOrdinalOrderOfTheirStreamAlone()
    {
        var ledger = Open();

        await ledger.AppendAsync(
            [Row("b"), Row("a:2"), Row("B"), Row("a:10"), Row("c", "audit:2026-11-21"), Row("d", "trades:2026-11")],
            CancellationToken.None);

        Assert.Equal(["B", "a:10", "a:2", "b"], await KeysAsync(ledger, Stream));
        Assert.Equal(["c"], await KeysAsync(ledger, "audit:2026-11-21"));
        Assert.Empty(await KeysAsync(ledger, "audit:2026-11"));
        Assert.Empty(await ledger.ListAsync("", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenRowIsAppendedTwice_FirstOneStays()
    {
        var ledger = Open();
        await ledger.AppendAsync([Row("a", json: "first")], CancellationToken.None);

        await ledger.AppendAsync([Row("a", json: "second")], CancellationToken.None);

        Assert.Equal("first", Assert.Single(await ledger.ReadHistoryAsync(Stream, CancellationToken.None)).Json);
    }

    [SkippableFact]
    public async Task WhenSomeOfMoreThanAHundredAreThere_RestIsAdded()
    {
        var ledger = Open();
        var rows = Enumerable.Range(0, 250).Select(i => Row($"{i:D4}")).ToList();
        await ledger.AppendAsync([.. rows.Where((_, i) => i % 40 == 3)], CancellationToken.None);

        await ledger.AppendAsync(rows, CancellationToken.None);
        await ledger.AppendAsync(rows, CancellationToken.None);

        Assert.Equal(rows.Select(row => row.Key), await KeysAsync(ledger, Stream));
    }

    [SkippableFact]
    public async Task WhenKeyOccursTwiceInOneCall_FirstOneIsWritten()
    {
        var ledger = Open();

        await ledger.AppendAsync([Row("a", json: "first"), Row("a", json: "second")], CancellationToken.None);

        Assert.Equal("first", Assert.Single(await ledger.ReadHistoryAsync(Stream, CancellationToken.None)).Json);
    }

    [SkippableFact]
    public async Task WhenRowsAreLarge_AllAreWritten()
    {
        var ledger = Open();
        var rows = Enumerable.Range(0, 30)
            .Select(i => Row($"{i:D4}", json: new string((char)('a' + (i % 26)), 200_000)))
            .ToList();

        await ledger.AppendAsync(rows, CancellationToken.None);

        Assert.True(rows.Select(row => row.Json).SequenceEqual(
            (await ledger.ReadHistoryAsync(Stream, CancellationToken.None)).Select(row => row.Json)));
    }

    [SkippableFact]
    public async Task WhenNothingIsAppended_NothingHappens()
    {
        var ledger = Open();

        await ledger.AppendAsync([], CancellationToken.None);

        Assert.Empty(await ledger.ReadHistoryAsync(Stream, CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenRowHasColumns_TheyComeBackInTheirStoredForm()
    {
        var ledger = Open();
        var at = new DateTimeOffset(2026, 11, 20, 9, 45, 0, TimeSpan.FromHours(-5)).AddTicks(1_234_567);
        await ledger.AppendAsync(
            [
                new HistoryRow(Stream, "a", "{}", new Dictionary<string, object>
                {
                    ["Symbol"] = "AAPL261218C00200000",
                    ["Price"] = 1.630m,
                    ["Count"] = 3,
                    ["Big"] = long.MaxValue,
                    ["IsPaper"] = true,
                    ["At"] = at,
                }),
            ],
            CancellationToken.None);

        var columns = Assert.Single(await ledger.ReadHistoryAsync(Stream, CancellationToken.None)).Columns;

        Assert.Equal(
            [
                ("At", at.ToUniversalTime()), ("Big", long.MaxValue), ("Count", 3L), ("IsPaper", true), ("Price", "1.630"),
                ("Symbol", (object)"AAPL261218C00200000"),
            ],
            columns.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => (column.Key, column.Value)));
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)columns["At"]).Offset);
    }

    [SkippableTheory]
    [InlineData("RowKey", "x")]
    [InlineData("Data1", "x")]
    [InlineData("odd name", "x")]
    [InlineData("Price", 1.5)]
    public async Task WhenColumnCannotBeStored_ItIsABugAndNothingIsWritten(string name, object value)
    {
        var ledger = Open();
        var odd = new HistoryRow(Stream, "b", "{}", new Dictionary<string, object> { [name] = value });

        await Assert.ThrowsAsync<ArgumentException>(() => ledger.AppendAsync([Row("a"), odd], CancellationToken.None));

        Assert.Empty(await ledger.ReadHistoryAsync(Stream, CancellationToken.None));
    }

    /// <summary>An empty ledger; skips where its storage cannot run.</summary>
    protected abstract ILedger Open();

    private static HistoryRow Row(string key, string stream = Stream, string json = "{}") =>
        new(stream, key, json, new Dictionary<string, object>());

    private static async Task<IReadOnlyList<string>> KeysAsync(ILedger ledger, string stream) =>
        [.. (await ledger.ReadHistoryAsync(stream, CancellationToken.None)).Select(row => row.Key)];
}
