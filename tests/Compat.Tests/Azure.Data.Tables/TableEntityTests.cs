using Azure.Data.Tables;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void WhenAPropertyIsMissing_EachGetterAnswersNull()
    {
        var row = new TableEntity();

        Assert.Null(row.GetString("X"));
        Assert.Null(row.GetInt32("X"));
        Assert.Null(row.GetInt64("X"));
        Assert.Null(row.GetDouble("X"));
        Assert.Null(row.GetBoolean("X"));
        Assert.Null(row.GetGuid("X"));
        Assert.Null(row.GetDateTime("X"));
        Assert.Null(row.GetDateTimeOffset("X"));
        Assert.Null(row.GetBinary("X"));
        Assert.Null(row.GetBinaryData("X"));
        Assert.Null(row["X"]);
        Assert.Equal(default, row.ETag);
    }

    [Fact]
    public void WhenAPropertyIsOfAnotherType_TheGetterThrowsAndNamesIt()
    {
        var row = new TableEntity { ["X"] = 1 };

        var thrown = Assert.Throws<InvalidOperationException>(() => row.GetInt64("X"));

        Assert.Contains("'X'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenANumberFollowsANumber_TheWiderTypeStays()
    {
        var row = new TableEntity { ["Long"] = 1L, ["Double"] = 1.5, ["Int"] = 1 };

        row["Long"] = 2;
        row["Double"] = 2;
        row["Int"] = 2L;

        Assert.Equal(2L, row.GetInt64("Long"));
        Assert.Equal(2.0, row.GetDouble("Double"));
        Assert.Equal(2L, row.GetInt64("Int"));
    }

    [Fact]
    public void WhenAnotherTypeFollows_Throws()
    {
        var row = new TableEntity { ["X"] = "text" };

        Assert.Throws<InvalidOperationException>(() => row["X"] = 1);

        row["X"] = null;
        row["X"] = 1;
        Assert.Equal(1, row.GetInt32("X"));
    }

    [Fact]
    public void WhenKeysAreSet_TheyAreEntriesToo()
    {
        var row = new TableEntity("p", "r");

        Assert.Equal("p", row["PartitionKey"]);
        Assert.Equal("r", row["RowKey"]);
        Assert.Equal(["PartitionKey", "RowKey"], row.Keys);
    }
}
