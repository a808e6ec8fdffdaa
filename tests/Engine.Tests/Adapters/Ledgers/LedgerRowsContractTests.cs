using ExitDesk.Engine.Ports.Ledger;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

/// <summary>Lists, prefixes, odd keys and large documents of every ledger.</summary>
public abstract class LedgerRowsContractTests
{
    [SkippableFact]
    public async Task WhenMoreThanAThousandRowsMatch_AllComeInOrdinalOrder()
    {
        var ledger = Open();
        var keys = Enumerable.Range(0, 1250).Select(i => $"mark:{(i * 7919) % 1250:x}").ToList();
        await WriteAsync(ledger, [.. keys, "mars:1", "mar"]);

        var listed = await ledger.ListAsync("mark:", CancellationToken.None);

        Assert.Equal(keys.Order(StringComparer.Ordinal), listed.Select(row => row.Key));
        Assert.All(listed, row => Assert.Equal(row.Key, row.Json));
    }

    [SkippableFact]
    public async Task WhenKeysBorderOnAPrefix_OnlyThoseThatBeginWithItCome()
    {
        var ledger = Open();
        await WriteAsync(
            ledger,
            [
                "position", "position9", "position:", "position:1", "position:~", "position:é", "position;", "position;1",
                "Position:1",
            ]);

        Assert.Equal(["position:", "position:1", "position:~", "position:é"], await KeysAsync(ledger, "position:"));
        Assert.Equal(["position;", "position;1"], await KeysAsync(ledger, "position;"));
        Assert.Equal(["position:~"], await KeysAsync(ledger, "position:~"));
        Assert.Equal(["Position:1"], await KeysAsync(ledger, "P"));
        Assert.Equal(9, (await KeysAsync(ledger, "")).Count);
        Assert.Empty(await KeysAsync(ledger, "position:1 "));
    }

    [SkippableFact]
    public async Task WhenKeysHaveOddCharacters_TheyComeBackAsTheyWere()
    {
        var ledger = Open();
        string[] keys =
        [
            "k:a/b", @"k:a\b", "k:a#b", "k:a?b", "k:a%2Fb", "k:a'b", "k:a''b", "k:a\"b", "k:a b", " k", "k ",
            "k:a+b", "k:a&b", "k:a\tb", "k:a\u007fb",
            "k:a!b", "k:!002F", "k:é", "k:😀", "k:Ａ", "k:$batch", "k:(x)", "k:..", "k:a\u0000b", "k:~", "k:{0}",
        ];
        await WriteAsync(ledger, keys);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync(ledger, ""));
        foreach (var key in keys)
        {
            Assert.Equal(key, (await ledger.FindAsync(key, CancellationToken.None))?.Json);
        }
    }

    [SkippableFact]
    public async Task WhenKeysDifferInCaseOnly_TheyAreTwoRows()
    {
        var ledger = Open();
        await WriteAsync(ledger, ["a:x", "a:X"]);

        Assert.Equal(["a:X", "a:x"], await KeysAsync(ledger, "a:"));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(200_000)]
    [InlineData(LedgerRules.LongestDocument)]
    public async Task WhenDocumentIsLong_ItComesBackWhole(int length)
    {
        var ledger = Open();

        // Pairs of surrogates at odd places: one of them lies across each seam.
        var json = string.Create(length, 0, (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = i == 0 || (i == span.Length - 1 && i % 2 == 1) ? 'x' : i % 2 == 1 ? '\ud83d' : '\ude00';
            }
        });
        Assert.IsType<CommitOutcome.Committed>(
            await ledger.CommitAsync([new LedgerChange.Insert("a:1", json)], CancellationToken.None));

        Assert.True(json == (await ledger.FindAsync("a:1", CancellationToken.None))!.Json);
    }

    [SkippableFact]
    public async Task WhenLongDocumentBecomesShort_NothingOfItStays()
    {
        var ledger = Open();
        await ledger.CommitAsync([new LedgerChange.Put("a:1", new string('x', 100_000))], CancellationToken.None);
        await ledger.CommitAsync([new LedgerChange.Put("a:1", "short")], CancellationToken.None);

        Assert.Equal("short", (await ledger.FindAsync("a:1", CancellationToken.None))!.Json);
    }

    [SkippableFact]
    public async Task WhenCallerGivesUp_ReadIsCancelledAndCommitIsUnknown()
    {
        var ledger = Open();
        using var end = new CancellationTokenSource();
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.FindAsync("a:1", end.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.ListAsync("a:", end.Token));
        Assert.IsType<CommitOutcome.Unknown>(await ledger.CommitAsync([new LedgerChange.Put("a:1", "1")], end.Token));
    }

    /// <summary>An empty ledger; skips where its storage cannot run.</summary>
    protected abstract ILedger Open();

    private static async Task WriteAsync(ILedger ledger, IReadOnlyList<string> keys)
    {
        foreach (var batch in keys.Chunk(ILedger.ChangesPerCommit))
        {
            var outcome = await ledger.CommitAsync(
                [.. batch.Select(key => new LedgerChange.Insert(key, key))], CancellationToken.None);
            Assert.IsType<CommitOutcome.Committed>(outcome);
        }
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(ILedger ledger, string prefix) =>
        [.. (await ledger.ListAsync(prefix, CancellationToken.None)).Select(row => row.Key)];
}
