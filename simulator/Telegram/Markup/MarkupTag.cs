namespace ExitDesk.Simulator.Telegram.Markup;

/// <summary>A tag of Telegram's HTML: what the Bot API calls it and how a browser shows it.</summary>
/// <remarks>https://core.telegram.org/bots/api#html-style, read 2026-11.</remarks>
internal sealed record MarkupTag(string Entity, string Open, string Close)
{
    private static readonly Dictionary<string, MarkupTag> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = Plain("bold", "b"),
        ["strong"] = Plain("bold", "b"),
        ["i"] = Plain("italic", "i"),
        ["em"] = Plain("italic", "i"),
        ["u"] = Plain("underline", "u"),
        ["ins"] = Plain("underline", "u"),
        ["s"] = Plain("strikethrough", "s"),
        ["strike"] = Plain("strikethrough", "s"),
        ["del"] = Plain("strikethrough", "s"),
        ["code"] = Plain("code", "code"),
        ["pre"] = Plain("pre", "pre"),
        ["tg-spoiler"] = new("spoiler", "<span class=\"spoiler\">", "</span>"),
        ["blockquote"] = Plain("blockquote", "blockquote"),
    };

    /// <summary>Whether it stands on lines of its own.</summary>
    public bool IsBlock => Entity is "pre" or "blockquote";

    /// <summary>The tag, or null where Telegram knows none of that name with these attributes.</summary>
    public static MarkupTag? Find(string name, IReadOnlyDictionary<string, string> attributes) =>
        name.ToUpperInvariant() switch
        {
            "A" => Link(attributes.GetValueOrDefault("href", string.Empty)),
            "SPAN" => attributes.GetValueOrDefault("class") == "tg-spoiler" ? ByName["tg-spoiler"] : null,
            _ => ByName.GetValueOrDefault(name),
        };

    private static MarkupTag Plain(string entity, string html) => new(entity, $"<{html}>", $"</{html}>");

    /// <summary>Telegram drops a link to nowhere; the page also opens nothing but the web.</summary>
    private static MarkupTag Link(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? new(
                "text_link",
                $"<a href=\"{MarkupReader.Escape(uri.AbsoluteUri)}\" target=\"_blank\" rel=\"noopener noreferrer\">",
                "</a>")
            : new(string.Empty, string.Empty, string.Empty);
}
