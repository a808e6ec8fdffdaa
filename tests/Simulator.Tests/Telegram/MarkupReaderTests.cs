using ExitDesk.Simulator.Telegram.Markup;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class MarkupReaderTests
{
    [Theory]
    [InlineData("plain", "plain", "plain")]
    [InlineData("<b>a</b> <i>b</i> <u>c</u> <s>d</s>", "a b c d", "<b>a</b> <i>b</i> <u>c</u> <s>d</s>")]
    [InlineData("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd", "<b>a</b><i>b</i><u>c</u><s>d</s>")]
    [InlineData("<B>a</b>", "a", "<b>a</b>")]
    [InlineData("<b><i>x</i></b>", "x", "<b><i>x</i></b>")]
    [InlineData("<code>1.03</code>", "1.03", "<code>1.03</code>")]
    [InlineData("<pre><code class=\"language-python\">x</code></pre>", "x", "<pre><code>x</code></pre>")]
    [InlineData("<blockquote expandable>x</blockquote>", "x", "<blockquote>x</blockquote>")]
    [InlineData("a\n<pre>x</pre>\nb", "a\nx\nb", "a\n<pre>x</pre>b")]
    [InlineData("<blockquote>x</blockquote>\n\n<pre>y</pre>\n<b>z</b>", "x\n\ny\nz", "<blockquote>x</blockquote>\n<pre>y</pre><b>z</b>")]
    [InlineData("<b>x</b>\ny", "x\ny", "<b>x</b>\ny")]
    [InlineData("<tg-spoiler>x</tg-spoiler>", "x", "<span class=\"spoiler\">x</span>")]
    [InlineData("<span class='tg-spoiler'>x</span>", "x", "<span class=\"spoiler\">x</span>")]
    [InlineData("&lt;b&gt; &amp; &quot;", "<b> & \"", "&lt;b&gt; &amp; &quot;")]
    [InlineData("&#8226;&#x2022;", "••", "••")]
    [InlineData("a > b", "a > b", "a &gt; b")]
    [InlineData("AT&T &unknown; & x", "AT&T &unknown; & x", "AT&amp;T &amp;unknown; &amp; x")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "x", "x")]
    [InlineData("<b onclick=\"alert(1)\">x</b>", "x", "<b>x</b>")]
    public void WhenMarkupIsSound_TextAndSafeHtmlComeOut(string source, string text, string html)
    {
        var read = MarkupReader.Html(source);

        Assert.Equal((text, html), (read.Text, read.Html));
    }

    [Theory]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("é<p>x</p>", "Unsupported start tag \"p\" at byte offset 2")]
    [InlineData("<br>", "Unsupported start tag \"br\" at byte offset 0")]
    [InlineData("<script>x</script>", "Unsupported start tag \"script\"")]
    [InlineData("<span>x</span>", "Unsupported start tag \"span\"")]
    [InlineData("P/L < 0", "Unsupported start tag \"\" at byte offset 4")]
    [InlineData("loss <2 x", "Unsupported start tag \"\" at byte offset 5")]
    [InlineData("a <b", "Unclosed start tag at byte offset 2")]
    [InlineData("<a href=\"x>y</a>", "Unclosed start tag at byte offset 0")]
    [InlineData("<a =\"x\">y</a>", "Empty attribute name in the tag at byte offset 0")]
    public void WhenMarkupIsNotTelegrams_TheReasonAndPlaceAreGiven(string source, string reason) =>
        Assert.Contains(reason, Assert.Throws<MarkupException>(() => MarkupReader.Html(source)).Message, StringComparison.Ordinal);

    [Fact]
    public void WhenPartsAreMarked_EntitiesCountUtf16Units()
    {
        var read = MarkupReader.Html("🟡 <b>Stop</b> <a href=\"https://example.org/a?b&amp;c\">why</a>");

        Assert.Equal([new TextEntity("bold", 3, 4, null), new TextEntity("text_link", 8, 3, "https://example.org/a?b&c")], read.Entities);
        Assert.Contains("href=\"https://example.org/a?b&amp;c\"", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenTextHasNoMarkup_EverythingIsEscaped() =>
        Assert.Equal("&lt;b&gt;x&lt;/b&gt;", MarkupReader.Plain("<b>x</b>").Html);
}
