using System.Text;
using System.Text.Json;

namespace ExitDesk.Domain.Plans;

/// <summary>On which line each name of a JSON text stands, and which of them stand twice.</summary>
public sealed class PlanLines
{
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal) { ["$"] = 1 };

    /// <summary>Paths of names that stand more than once in their object.</summary>
    public List<string> Twice { get; } = [];

    /// <summary>Paths of names and values that are no whole text; a name that cannot be read is written <c>?</c>.</summary>
    public List<string> Halves { get; } = [];

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static PlanLines Of(string json)
    {
        var lines = new PlanLines();
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var parents = new Stack<string>();
        var current = "$";
        var counted = 0;
        var line = 1L;
        while (reader.Read())
        {
            var isHalf = !WholeText.Is(ref reader);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    parents.Push(current);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    current = parents.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    var at = (int)reader.TokenStartIndex;
                    line += bytes.AsSpan(counted, at - counted).Count((byte)'\n');
                    counted = at;
                    current = $"{parents.Peek()}.{(isHalf ? "?" : reader.GetString())}";
                    lines.Add(current, line);
                    break;
            }

            if (isHalf)
            {
                lines.Halves.Add(current);
            }
        }

        return lines;
    }

    /// <summary>The line of a path; of the nearest path above it that stands there, if it does not.</summary>
    public long LineOf(string path)
    {
        for (var known = path; ; known = known[..known.LastIndexOf('.')])
        {
            if (_lines.TryGetValue(known, out var line))
            {
                return line;
            }
        }
    }

    private void Add(string path, long line)
    {
        if (!_lines.TryAdd(path, line))
        {
            Twice.Add(path);
        }
    }
}
