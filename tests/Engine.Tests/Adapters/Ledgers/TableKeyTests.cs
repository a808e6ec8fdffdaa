using ExitDesk.Engine.Adapters.Tables;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

public sealed class TableKeyTests
{
    [Fact]
    public void WhenAnyCharacterIsWritten_KeyIsHarmlessAndReadsBack()
    {
        foreach (var character in Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code))
        {
            var key = TableKey.Of($"a{character}b");

            Assert.Equal($"a{character}b", TableKey.Read(key));
            Assert.All(key, c => Assert.True(char.IsAsciiLetterOrDigit(c) || ":-_.;,=@!".Contains(c, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void WhenKeyIsPlain_ItStaysReadable() =>
        Assert.Equal("closing:AAPL261218C00200000-2026.11_20:1", TableKey.Of("closing:AAPL261218C00200000-2026.11_20:1"));

    [Theory]
    [InlineData("position:", "position;")]
    [InlineData("a", "b")]
    [InlineData("a!", "a\"")]
    [InlineData("z", "{")]
    public void WhenPrefixEnds_NextKeyIsTheBound(string prefix, string after) => Assert.Equal(after, TableKey.After(prefix));

    [Theory]
    [InlineData(512, 'a')]
    [InlineData(102, '/')]
    public void WhenKeyJustFits_ItIsTaken(int length, char character) => TableKey.Of(new string(character, length));

    [Theory]
    [InlineData(513, 'a')]
    [InlineData(103, '/')]
    public void WhenKeyIsTooLong_ItIsRefused(int length, char character) =>
        Assert.Throws<ArgumentException>(() => TableKey.Of(new string(character, length)));
}
