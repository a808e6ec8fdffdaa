using Azure.Data.Tables;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>One row with each type a property can have; node/tables.mjs writes the same.</summary>
internal static class EveryType
{
    public static readonly DateTimeOffset When = new DateTimeOffset(2026, 11, 20, 14, 30, 0, TimeSpan.Zero).AddTicks(1_234_567);
    public static readonly Guid Id = new("0d5b5d2e-7f0c-4b5e-9a53-0c1f4d1b2a3c");
    public static readonly byte[] Bytes = [0, 1, 127, 128, 255];

    public const string Text = "O'Brien & Söhne, 10 % / \"x\" €";

    public static TableEntity Row(string partitionKey, string rowKey) => new(partitionKey, rowKey)
    {
        ["Text"] = Text,
        ["Empty"] = "",
        ["Flag"] = true,
        ["Whole"] = int.MinValue,
        ["Long"] = long.MaxValue,
        ["Price"] = 1.25,
        ["Round"] = 1.0,
        ["Undefined"] = double.NaN,
        ["Above"] = double.PositiveInfinity,
        ["Below"] = double.NegativeInfinity,
        ["When"] = When,
        ["Id"] = Id,
        ["Bytes"] = Bytes,
        ["Nothing"] = null,
    };

    public static void AssertHeldBy(TableEntity row)
    {
        Assert.Equal(Text, row.GetString("Text"));
        Assert.Equal("", row.GetString("Empty"));
        Assert.True(row.GetBoolean("Flag"));
        Assert.Equal(int.MinValue, row.GetInt32("Whole"));
        Assert.Equal(long.MaxValue, row.GetInt64("Long"));
        Assert.Equal(1.25, row.GetDouble("Price"));
        Assert.Equal(1.0, row.GetDouble("Round"));
        Assert.Equal(double.NaN, row.GetDouble("Undefined"));
        Assert.Equal(double.PositiveInfinity, row.GetDouble("Above"));
        Assert.Equal(double.NegativeInfinity, row.GetDouble("Below"));
        Assert.Equal(When, row.GetDateTimeOffset("When"));
        Assert.Equal(When.UtcDateTime, row.GetDateTime("When"));
        Assert.Equal(Id, row.GetGuid("Id"));
        Assert.Equal(Bytes, row.GetBinary("Bytes"));
        Assert.Equal(Bytes, row.GetBinaryData("Bytes").ToArray());
        Assert.False(row.ContainsKey("Nothing"));
        Assert.NotNull(row.Timestamp);
        Assert.NotEqual(default, row.ETag);
    }
}
