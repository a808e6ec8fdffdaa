using ExitDesk.Engine.Ports.Ledger;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

/// <summary>What every ledger must do; the workflows rely on no more than this.</summary>
public abstract class LedgerContractTests
{
    [SkippableFact]
    public async Task WhenNothingIsWritten_NothingIsFound()
    {
        var ledger = Open();

        Assert.Null(await ledger.FindAsync("position:1", CancellationToken.None));
        Assert.Empty(await ledger.ListAsync("position:", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenRowIsInserted_ItIsFoundWithTheVersionThatTheCommitGave()
    {
        var ledger = Open();

        var versions = await CommitAsync(ledger, new LedgerChange.Insert("position:1", """{"a":"ä \" 😀"}"""));

        Assert.Equal(
            new LedgerRow("position:1", """{"a":"ä \" 😀"}""", versions["position:1"]),
            await ledger.FindAsync("position:1", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenRowIsReplacedWithItsVersion_VersionChanges()
    {
        var ledger = Open();
        var first = await CommitAsync(ledger, new LedgerChange.Insert("a:1", "1"));

        var second = await CommitAsync(ledger, new LedgerChange.Replace("a:1", "2", first["a:1"]));

        Assert.NotEqual(first["a:1"], second["a:1"]);
        Assert.Equal(new LedgerRow("a:1", "2", second["a:1"]), await ledger.FindAsync("a:1", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenSameTextIsWrittenAgain_VersionChangesAllTheSame()
    {
        var ledger = Open();
        var first = await CommitAsync(ledger, new LedgerChange.Put("a:1", "1"));
        await CommitAsync(ledger, new LedgerChange.Put("a:1", "1"));

        Assert.Equal(
            new CommitOutcome.Conflict("a:1"),
            await ledger.CommitAsync([new LedgerChange.Replace("a:1", "2", first["a:1"])], CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenRowIsPut_LastWriterWins()
    {
        var ledger = Open();

        await CommitAsync(ledger, new LedgerChange.Put("a:1", "1"));
        await CommitAsync(ledger, new LedgerChange.Put("a:1", "2"));

        Assert.Equal("2", (await ledger.FindAsync("a:1", CancellationToken.None))!.Json);
    }

    [SkippableFact]
    public async Task WhenRowIsDeletedWithItsVersion_ItIsGoneAndHasNoVersion()
    {
        var ledger = Open();
        var versions = await CommitAsync(ledger, new LedgerChange.Insert("a:1", "1"));

        Assert.Empty(await CommitAsync(ledger, new LedgerChange.Delete("a:1", versions["a:1"])));
        Assert.Null(await ledger.FindAsync("a:1", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenAbsentRowsAreDeletedWithoutVersion_RestOfTheCommitIsWritten()
    {
        var ledger = Open();
        await CommitAsync(ledger, new LedgerChange.Insert("a:there", "1"));

        var versions = await CommitAsync(
            ledger,
            new LedgerChange.Delete("a:gone1"),
            new LedgerChange.Put("b:1", "2"),
            new LedgerChange.Delete("a:there"),
            new LedgerChange.Delete("a:gone2"));

        Assert.Equal(["b:1"], versions.Keys);
        Assert.Equal(["b:1"], (await ledger.ListAsync("", CancellationToken.None)).Select(row => row.Key));
    }

    [SkippableFact]
    public async Task WhenOnlyAbsentRowsAreDeletedWithoutVersion_ItIsDone() =>
        Assert.Empty(await CommitAsync(Open(), new LedgerChange.Delete("a:1"), new LedgerChange.Delete("a:2")));

    [SkippableTheory]
    [InlineData("insert")]
    [InlineData("replace")]
    [InlineData("replace-absent")]
    [InlineData("delete")]
    [InlineData("delete-absent")]
    public async Task WhenSomebodyWasFaster_ConflictNamesTheKeyAndNothingIsWritten(string kind)
    {
        var ledger = Open();
        var old = (await CommitAsync(ledger, new LedgerChange.Insert("a:1", "1")))["a:1"];
        await CommitAsync(ledger, new LedgerChange.Put("a:1", "2"));
        LedgerChange late = kind switch
        {
            "insert" => new LedgerChange.Insert("a:1", "3"),
            "replace" => new LedgerChange.Replace("a:1", "3", old),
            "replace-absent" => new LedgerChange.Replace("a:9", "3", old),
            "delete" => new LedgerChange.Delete("a:1", old),
            _ => new LedgerChange.Delete("a:9", old),
        };

        var outcome = await ledger.CommitAsync(
            [new LedgerChange.Put("b:1", "new"), late, new LedgerChange.Put("c:1", "new")], CancellationToken.None);

        Assert.Equal(new CommitOutcome.Conflict(late.Key), outcome);
        Assert.Equal([("a:1", "2")], (await ledger.ListAsync("", CancellationToken.None)).Select(row => (row.Key, row.Json)));
    }

    [SkippableFact]
    public async Task WhenLastOfAHundredConflicts_NoneIsWritten()
    {
        var ledger = Open();
        await CommitAsync(ledger, new LedgerChange.Insert("z:taken", "1"));
        LedgerChange[] changes = [.. Inserts(99), new LedgerChange.Insert("z:taken", "2")];

        Assert.Equal(new CommitOutcome.Conflict("z:taken"), await ledger.CommitAsync(changes, CancellationToken.None));
        Assert.Equal(["z:taken"], (await ledger.ListAsync("", CancellationToken.None)).Select(row => row.Key));
    }

    [SkippableFact]
    public async Task WhenHundredChangesAreCommitted_EachHasItsVersion() =>
        Assert.Equal(100, (await CommitAsync(Open(), [.. Inserts(100)])).Values.Count(version => version.Length > 0));

    [SkippableFact]
    public async Task WhenCommitIsABug_ItThrowsAndNothingIsWritten()
    {
        var ledger = Open();
        LedgerChange[][] bugs =
        [
            [],
            [.. Inserts(101)],
            [new LedgerChange.Put("a:1", "1"), new LedgerChange.Delete("a:1")],
            [new LedgerChange.Put("", "1")],
            [new LedgerChange.Replace("a:1", "1", "")],
            [new LedgerChange.Delete("a:1", "*")],
            [new LedgerChange.Put("a:1", new string('x', LedgerRules.LongestDocument + 1))],
            [new LedgerChange.Put(new string('x', 513), "1")],
        ];

        foreach (var bug in bugs)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => ledger.CommitAsync(bug, CancellationToken.None));
        }

        Assert.Empty(await ledger.ListAsync("", CancellationToken.None));
    }

    [SkippableFact]
    public async Task WhenTwentyWriteOneRow_ExactlyOneWinsEachRound()
    {
        var ledger = Open();
        var version = (await CommitAsync(ledger, new LedgerChange.Insert("a:1", "start")))["a:1"];
        for (var round = 0; round < 5; round++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(() => ledger.CommitAsync(
                [new LedgerChange.Replace("a:1", $"{round}.{writer}", version), new LedgerChange.Put($"w:{round}.{writer}", "")],
                CancellationToken.None))));

            version = Assert.Single(outcomes.OfType<CommitOutcome.Committed>()).Versions["a:1"];
            Assert.Equal(19, outcomes.Count(outcome => outcome is CommitOutcome.Conflict { Key: "a:1" }));
        }

        // A loser's other write is lost with it.
        Assert.Equal(5, (await ledger.ListAsync("w:", CancellationToken.None)).Count);
    }

    [SkippableFact]
    public async Task WhenTwentyInsertOneRow_ExactlyOneWins()
    {
        var ledger = Open();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(() => ledger.CommitAsync(
            [new LedgerChange.Insert("a:1", $"{writer}")], CancellationToken.None))));

        Assert.Single(outcomes.OfType<CommitOutcome.Committed>());
        Assert.Equal(19, outcomes.Count(outcome => outcome is CommitOutcome.Conflict));
    }

    /// <summary>An empty ledger; skips where its storage cannot run.</summary>
    protected abstract ILedger Open();

    protected static async Task<IReadOnlyDictionary<string, string>> CommitAsync(ILedger ledger, params LedgerChange[] changes) =>
        Assert.IsType<CommitOutcome.Committed>(await ledger.CommitAsync(changes, CancellationToken.None)).Versions;

    private static IEnumerable<LedgerChange> Inserts(int count) =>
        Enumerable.Range(0, count).Select(i => new LedgerChange.Insert($"a:{i}", $"{i}"));
}
