using System.Globalization;
using System.Text;

namespace ExitDesk.Simulator.Telegram.Markup;

/// <summary>Reads Telegram's HTML as the Bot API does: unknown, unclosed and crossed tags are refused.</summary>
/// <remarks>An ampersand that starts no known entity is text, as with Telegram. Offsets in errors count UTF-8 bytes.</remarks>
public sealed class MarkupReader
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<(string Name, MarkupTag Tag, int Start, string? Url)> _open = new();
    private int _at;
    private bool _blockEnded;

    private MarkupReader(string source) => _source = source;

    /// <summary>A text without markup.</summary>
    public static MarkedText Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, [], Escape(text));
    }

    /// <summary>A text in parse mode HTML.</summary>
    /// <exception cref="MarkupException">Telegram would refuse it.</exception>
    public static MarkedText Html(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new MarkupReader(source).Read();
    }

    internal static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private MarkedText Read()
    {
        while (_at < _source.Length)
        {
            if (_source[_at] == '<')
            {
                ReadTag();
            }
            else
            {
                var end = _source.IndexOf('<', _at);
                var run = Decode(_source[_at..(end < 0 ? _source.Length : end)]);
                _text.Append(run);
                _html.Append(Escape(_blockEnded && run.StartsWith('\n') ? run[1..] : run));
                _blockEnded = false;
                _at = end < 0 ? _source.Length : end;
            }
        }

        return _open.TryPeek(out var unclosed)
            ? throw new MarkupException($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"")
            : new MarkedText(_text.ToString(), _entities, _html.ToString());
    }

    private void ReadTag()
    {
        var start = _at;
        var end = EndOfTag(start);
        var inner = _source[(start + 1)..end];
        _at = end + 1;
        if (inner.StartsWith('/'))
        {
            Close(inner[1..].Trim(), start);
        }
        else
        {
            Open(inner, start);
        }
    }

    private int EndOfTag(int start)
    {
        if (start + 1 < _source.Length && _source[start + 1] != '/' && !char.IsAsciiLetter(_source[start + 1]))
        {
            throw new MarkupException($"Unsupported start tag \"\" at byte offset {Offset(start)}");
        }

        var quote = '\0';
        for (var i = start + 1; i < _source.Length; i++)
        {
            var c = _source[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i;
            }
        }

        throw new MarkupException($"Unclosed start tag at byte offset {Offset(start)}");
    }

    private void Open(string inner, int start)
    {
        var name = new string([.. inner.TakeWhile(c => !char.IsWhiteSpace(c))]);
        var attributes = TagAttributes.Read(inner[name.Length..], () => Offset(start));
        var inPre = name.Equals("code", StringComparison.OrdinalIgnoreCase)
            && _open.TryPeek(out var outer) && outer.Tag.Entity == "pre";
        if (MarkupTag.Find(name, attributes) is not { } tag)
        {
            throw new MarkupException($"Unsupported start tag \"{name}\" at byte offset {Offset(start)}");
        }

        // <pre><code class="language-x"> is one preformatted block, not code within it.
        _open.Push((name, inPre ? tag with { Entity = string.Empty } : tag, _text.Length, attributes.GetValueOrDefault("href")));
        _html.Append(tag.Open);
    }

    private void Close(string name, int start)
    {
        if (!_open.TryPop(out var open))
        {
            throw new MarkupException($"Unexpected end tag at byte offset {Offset(start)}");
        }

        if (name.Length > 0 && !name.Equals(open.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new MarkupException(
                $"Unmatched end tag at byte offset {Offset(start)}, expected \"</{open.Name}>\", found \"</{name}>\"");
        }

        _html.Append(open.Tag.Close);

        // A block ends its line by itself: the line break behind it shows as nothing, in Telegram as in a browser without it.
        _blockEnded = open.Tag.IsBlock;
        if (open.Tag.Entity.Length > 0 && _text.Length > open.Start)
        {
            var url = open.Tag.Entity == "text_link" ? open.Url : null;
            _entities.Add(new(open.Tag.Entity, open.Start, _text.Length - open.Start, url));
        }
    }

    private int Offset(int index) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, index));

    internal static string Decode(string run)
    {
        if (!run.Contains('&', StringComparison.Ordinal))
        {
            return run;
        }

        var decoded = new StringBuilder(run.Length);
        for (var i = 0; i < run.Length; i++)
        {
            var semicolon = run[i] == '&' ? run.IndexOf(';', i) : -1;
            if (semicolon > i && Character(run[(i + 1)..semicolon]) is { } character)
            {
                decoded.Append(character);
                i = semicolon;
            }
            else
            {
                decoded.Append(run[i]);
            }
        }

        return decoded.ToString();
    }

    private static string? Character(string name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            => Character(code),
        ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            => Character(code),
        _ => null,
    };

    private static string? Character(int code) => Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : null;
}
