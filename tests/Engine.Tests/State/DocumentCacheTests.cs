using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using Xunit;

namespace ExitDesk.Engine.Tests.State;

public sealed class DocumentCacheTests
{
    private readonly DocumentCache _cache = new();

    [Fact]
    public void WhenTheTextIsTheSame_ItIsReadOnce()
    {
        var first = _cache.Read<SeenUpdate>(Row(1, "1"));
        Assert.Same(first, _cache.Read<SeenUpdate>(Row(1, "2")));
    }

    [Fact]
    public void WhenTheTextChanged_ItIsReadAnew_WhateverTheVersionSays()
    {
        var first = _cache.Read<SeenUpdate>(Row(1, "1"));
        var second = _cache.Read<SeenUpdate>(Row(2, "1"));
        Assert.NotEqual(first, second);
        Assert.Equal(LedgerJson.Read<SeenUpdate>("seen:1", Row(2, "1").Json), second);
        Assert.Equal(first, _cache.Read<SeenUpdate>(Row(1, "1")));
    }

    [Fact]
    public void WhenARowCannotBeRead_ItSaysSoEachTime()
    {
        var row = new LedgerRow("seen:1", "{\"at\":", "1");
        Assert.Throws<LedgerDocumentException>(() => _cache.Read<SeenUpdate>(row));
        Assert.Throws<LedgerDocumentException>(() => _cache.Read<SeenUpdate>(row));
    }

    [Fact]
    public void WhenThereAreMoreRowsThanItKeeps_AllAreStillRead()
    {
        for (var i = 0; i < DocumentCache.Capacity + 10; i++)
        {
            Assert.Equal(i % 50, _cache.Read<SeenUpdate>(new LedgerRow($"seen:{i}", Row(i % 50, "1").Json, "1")).At.Second);
        }
    }

    private static LedgerRow Row(int second, string version) =>
        new("seen:1", LedgerJson.Write(new SeenUpdate(new DateTimeOffset(2026, 11, 20, 15, 0, second, TimeSpan.Zero))), version);
}
