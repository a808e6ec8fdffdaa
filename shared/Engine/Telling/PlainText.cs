using System.Net;
using System.Text.RegularExpressions;

namespace ExitDesk.Engine.Telling;

/// <summary>A card's words without their markup.</summary>
public static partial class PlainText
{
    public static string Of(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();
}
