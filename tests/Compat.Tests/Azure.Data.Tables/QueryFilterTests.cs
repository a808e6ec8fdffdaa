using Azure.Data.Tables;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class QueryFilterTests(AzuriteFixture azurite)
{
    public static TheoryData<FormattableString, string> Literals => new()
    {
        { $"A eq {"it's"}", "A eq 'it''s'" },
        { $"A eq {"x' or 'a' eq 'a"}", "A eq 'x'' or ''a'' eq ''a'" },
        { $"A eq {"{0}"} and B eq {1}", "A eq '{0}' and B eq 1" },
        { $"A eq {'\''}", "A eq ''''" },
        { $"A eq {true}", "A eq true" },
        { $"A eq {-5}", "A eq -5" },
        { $"A eq {long.MaxValue}", "A eq 9223372036854775807L" },
        { $"A eq {1.0}", "A eq 1.0" },
        { $"A eq {1.25}", "A eq 1.25" },
        { $"A eq {1e300}", "A eq 1E+300" },
        { $"A eq {1.10m}", "A eq 1.10" },
        { $"A eq {EveryType.Id}", "A eq guid'0d5b5d2e-7f0c-4b5e-9a53-0c1f4d1b2a3c'" },
        { $"A eq {EveryType.When.ToOffset(TimeSpan.FromHours(-5))}", "A eq datetime'2026-11-20T14:30:00.1234567Z'" },
        { $"A eq {EveryType.When.UtcDateTime}", "A eq datetime'2026-11-20T14:30:00.1234567Z'" },
        { $"A eq {EveryType.Bytes}", "A eq X'00017F80FF'" },
        { $"A eq {BinaryData.FromBytes(EveryType.Bytes)}", "A eq X'00017F80FF'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void WhenAValueIsInterpolated_BecomesTheLiteralOfItsType(FormattableString filter, string expected) =>
        Assert.Equal(expected, TableClient.CreateQueryFilter(filter));

    [Fact]
    public void WhenAValueHasNoLiteral_Throws()
    {
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {DayOfWeek.Friday}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {double.NaN}"));
    }

    public static TheoryData<FormattableString> Matches => new()
    {
        $"PartitionKey eq {"it's"} and RowKey ge {"position:"} and RowKey lt {"position;"}",
        $"Text eq {EveryType.Text}",
        $"Flag eq {true}",
        $"Whole eq {int.MinValue}",
        $"Long eq {long.MaxValue}",
        $"Price eq {1.25}",
        $"Round eq {1.0}",
        $"Price gt {1.0} and Price le {1.25}",
        $"When eq {EveryType.When}",
        $"Id eq {EveryType.Id}",
        $"Bytes eq {EveryType.Bytes}",
    };

    [SkippableTheory]
    [MemberData(nameof(Matches))]
    public async Task WhenFilteringByAValue_FindsItsRowAlone(FormattableString filter)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(EveryType.Row("it's", "position:1"));
        await table.AddEntityAsync(new TableEntity("it's", "setting:mode")
        {
            ["Text"] = "x",
            ["Flag"] = false,
            ["Whole"] = 0,
            ["Long"] = 0L,
            ["Price"] = 0.5,
            ["Round"] = 0.5,
            ["When"] = EveryType.When.AddSeconds(1),
            ["Id"] = Guid.Empty,
            ["Bytes"] = new byte[] { 9 },
        });

        Assert.Equal(["position:1"], await table.KeysAsync(TableClient.CreateQueryFilter(filter)));
    }
}
