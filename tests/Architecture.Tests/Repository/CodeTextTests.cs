using Xunit;

namespace ExitDesk.Architecture.Tests.Repository;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a(); // DateTime.Now", "a(); ")]
    [InlineData("a(/* DateTime.Now */);", "a();")]
    [InlineData("""a("DateTime.Now \" more");""", "a(\"\");")]
    [InlineData("""a(@"C:\", b, "x");""", "a(\"\", b, \"\");")]
    [InlineData("a('\"', DateTime.Now, '\\'');", "a(\"\", DateTime.Now, \"\");")]
    [InlineData("a($\"{x} // y\"); b();", "a(\"\"); b();")]
    public void WhenTextHoldsLiterals_TheyAreBlank(string text, string expected) => Assert.Equal(expected, CodeText.Of(text));

    [Fact]
    public void WhenRawStringSpansLines_LinesStay() =>
        Assert.Equal("a(\"\n\n\");\nb();", CodeText.Of("a(\"\"\"\n\"DateTime.Now\"\n\"\"\");\nb();"));
}
