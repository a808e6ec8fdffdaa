using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ExitDesk.Engine.Telling;
using Xunit;

namespace ExitDesk.Engine.Tests.Telling;

/// <summary>However long a text is, all of it arrives, and each part is HTML of its own.</summary>
public sealed partial class LongTextTests
{
    private const int Seed = 20151222;

    private static readonly string[] Words = ["SPY", "at", "1.50", "–", "🟢", "🔴🔴", new string('x', 700), new string('y', 5_000)];

    private static readonly string[] Forms = ["{0}", "<b>{0}</b>", "<code>{0} &amp; {0}</code>", "&lt;{0}&gt;", "<b>{0} <i>{0} &quot;</i></b>"];

    private static readonly string[] Gaps = [" ", "\n", ""];

    [Fact]
    public void WhenTextsOfAllKindsAreSplit_NothingIsLostAndEachPartIsWellFormedAndFits()
    {
        var draw = new Random(Seed);
        for (var round = 0; round < 300; round++)
        {
            var words = Enumerable.Range(0, draw.Next(1, 40)).Select(_ => string.Format(CultureInfo.InvariantCulture, Forms[draw.Next(Forms.Length)], Words[draw.Next(Words.Length)]));
            var text = string.Join(Gaps[draw.Next(Gaps.Length)], words);

            var parts = LongText.Split(text);

            Assert.All(parts, part => Assert.True(part.Length <= LongText.Limit && IsWellFormed(part), $"round {round} of seed {Seed}: {part.Length} characters of {part}"));
            Assert.Equal(Letters(text), Letters(string.Concat(parts)));
        }
    }

    [Theory]
    [InlineData(4096, 1)]
    [InlineData(4097, 2)]
    public void WhenALineHasNoWords_ItIsCutAtTheLimit(int length, int parts) =>
        Assert.Equal([.. Enumerable.Repeat(4096, parts - 1), length - (4096 * (parts - 1))], LongText.Split(new string('x', length)).Select(part => part.Length));

    [Fact]
    public void WhenALineHasWords_ItIsCutBetweenThem()
    {
        var parts = LongText.Split($"{new string('a', 4_000)} {new string('b', 200)} tail");

        Assert.Equal([new string('a', 4_000), $"{new string('b', 200)} tail"], parts);
    }

    [Theory]
    [InlineData(4_091, "&amp;", "&amp;", "")]
    [InlineData(4_092, "&amp;", "", "&amp;")]
    [InlineData(4_094, "🟢", "🟢", "")]
    [InlineData(4_095, "🟢", "", "🟢")]
    public void WhenAnEntityOrACharacterOfTwoHalvesStandsAtTheLimit_ItIsNotCutThrough(int before, string what, string first, string second)
    {
        var parts = LongText.Split($"{new string('x', before)}{what}yyyyy");

        Assert.Equal([new string('x', before) + first, second + "yyyyy"], parts);
    }

    [Fact]
    public void WhenATagIsOpenAtTheCut_ItIsClosedThereAndOpenedAgain()
    {
        var parts = LongText.Split($"<b>{new string('x', 4_000)} {new string('y', 500)}</b>");

        Assert.Equal([$"<b>{new string('x', 4_000)}</b>", $"<b>{new string('y', 500)}</b>"], parts);
    }

    /// <summary>An entity or a tag is longer than the space that the cut before it frees.</summary>
    [Theory]
    [InlineData("a ", 4_092, "&quot;")]
    [InlineData("a ", 4_080, "<code>b</code>")]
    [InlineData("<b>a </b>", 4_085, "&quot;")]
    public void WhenTheWordAfterTheCutFillsAMessage_EachPartStillFits(string before, int length, string after)
    {
        var parts = LongText.Split($"{before}{new string('x', length)}{after}");

        Assert.All(parts, part => Assert.InRange(part.Length, 1, LongText.Limit));
    }

    /// <summary>Telegram refuses a message without a letter, and with it the rest of the answer would be lost.</summary>
    [Theory]
    [InlineData(4_088)]
    [InlineData(4_089)]
    [InlineData(4_090)]
    [InlineData(5_000)]
    public void WhenTagsHoldWordsAsLongAsAMessage_NoPartIsEmpty(int length)
    {
        var parts = LongText.Split($"<i>{new string('x', length)} {new string('y', 4_200)}</i>");

        Assert.All(parts, part => Assert.NotEmpty(Letters(part)));
    }

    private static string Letters(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private static bool IsWellFormed(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            if (tag.Value[1] != '/')
            {
                open.Push(tag.Value[1..^1]);
            }
            else if (!open.TryPop(out var name) || name != tag.Value[2..^1])
            {
                return false;
            }
        }

        var plain = Tag().Replace(html, "");
        return open.Count == 0 && !plain.Contains('<', StringComparison.Ordinal) && !plain.Contains('>', StringComparison.Ordinal)
            && !BareAmpersand().IsMatch(plain) && !LoneHalf().IsMatch(plain);
    }

    [GeneratedRegex("</?[a-z]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("&(?!(amp|lt|gt|quot);)")]
    private static partial Regex BareAmpersand();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex LoneHalf();
}
