namespace ExitDesk.Engine.Telling;

/// <summary>Splits long texts at line ends, and lines that are too long at words, so that each part fits one message.</summary>
public static class LongText
{
    /// <summary>Telegram's limit of a message, in characters (core.telegram.org/bots/api, read 2026-11).</summary>
    public const int Limit = 4096;

    /// <summary>Parts of at most <see cref="Limit"/> characters. Tags must open and close within a line.</summary>
    public static IReadOnlyList<string> Split(string html)
    {
        var parts = new List<string>();
        var current = new System.Text.StringBuilder();
        foreach (var line in html.Split('\n').SelectMany(static line => line.Length > Limit ? LongLine.Cut(line, Limit) : [line]))
        {
            if (current.Length > 0 && current.Length + 1 + line.Length > Limit)
            {
                parts.Add(current.ToString());
                current.Clear();
            }

            current.Append(current.Length > 0 ? "\n" : "").Append(line);
        }

        parts.Add(current.ToString());
        return parts;
    }
}
