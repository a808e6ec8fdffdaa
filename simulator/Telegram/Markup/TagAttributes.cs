namespace ExitDesk.Simulator.Telegram.Markup;

/// <summary>The attributes of one tag.</summary>
internal static class TagAttributes
{
    /// <summary>Reads <c>name="value"</c>, <c>name='value'</c>, <c>name=value</c> and <c>name</c>.</summary>
    /// <param name="source">What stands after the tag's name.</param>
    /// <param name="offset">Byte offset of the tag, asked for only by errors.</param>
    /// <exception cref="MarkupException">A value without a name or without its end.</exception>
    public static Dictionary<string, string> Read(string source, Func<int> offset)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = source.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var nameLength = rest.IndexOfAny(" \t\r\n=");
            var name = nameLength < 0 ? rest : rest[..nameLength];
            if (name.IsEmpty)
            {
                throw new MarkupException($"Empty attribute name in the tag at byte offset {offset()}");
            }

            rest = rest[name.Length..].TrimStart();
            var value = string.Empty;
            if (rest is ['=', ..])
            {
                rest = rest[1..].TrimStart();
                var quoted = rest is ['"' or '\'', ..];
                var end = quoted ? rest[1..].IndexOf(rest[0]) + 1 : rest.IndexOfAny(" \t\r\n");
                if (quoted && end == 0)
                {
                    throw new MarkupException($"Unclosed attribute value in the tag at byte offset {offset()}");
                }

                end = end < 0 ? rest.Length : end;
                value = (quoted ? rest[1..end] : rest[..end]).ToString();
                rest = rest[Math.Min(rest.Length, quoted ? end + 1 : end)..].TrimStart();
            }

            attributes[name.ToString()] = MarkupReader.Decode(value);
        }

        return attributes;
    }
}
