using System.Text;

namespace ExitDesk.Engine.Telling;

/// <summary>Cuts one line of HTML that is longer than a message, at words where there are any: no tag, entity or character is cut through.</summary>
/// <remarks>A tag that is open at a cut is closed there and opened again after it, so that each piece stands for itself.</remarks>
internal sealed class LongLine
{
    private readonly int _limit;
    private readonly List<string> _pieces = [];
    private readonly StringBuilder _current = new();
    private readonly List<string> _open = [];
    private (int At, IReadOnlyList<string> Open)? _space;

    private LongLine(int limit) => _limit = limit;

    /// <summary>The pieces, in order.</summary>
    /// <param name="line">Well-formed: each tag that opens in it closes in it.</param>
    /// <param name="limit">Characters of a piece at most, its tags counted; more than its tags take.</param>
    public static IReadOnlyList<string> Cut(string line, int limit)
    {
        var cut = new LongLine(limit);
        for (var at = 0; at < line.Length;)
        {
            var length = LengthOf(line, at);
            cut.Add(line.Substring(at, length));
            at += length;
        }

        cut._pieces.Add(cut._current.ToString());
        return cut._pieces;
    }

    // A tag, an entity, or a character with both its halves.
    private static int LengthOf(string line, int at) => line[at] switch
    {
        '<' when line.IndexOf('>', at) is > 0 and var end => end - at + 1,
        '&' when line.IndexOf(';', at) is > 0 and var end => end - at + 1,
        _ when char.IsHighSurrogate(line[at]) && at + 1 < line.Length => 2,
        _ => 1,
    };

    private void Add(string token)
    {
        var isTag = token.Length > 1 && token[0] == '<';
        var opens = isTag && token[1] != '/';
        var closing = _open.Sum(static tag => EndOf(tag).Length);
        var closingAfter = opens ? closing + EndOf(token).Length : isTag ? 0 : closing;
        // What a cut at a space frees may be less than the token needs.
        while (_current.Length + token.Length + closingAfter > _limit && !IsEmpty)
        {
            Break();
        }

        if (token == " ")
        {
            if (IsEmpty)
            {
                // Nothing stands before it: cut here, a piece would have no letter, and Telegram takes none such.
                return;
            }

            _space = (_current.Length, [.. _open]);
        }

        _current.Append(token);
        if (opens)
        {
            _open.Add(token);
        }
        else if (isTag)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    // Nothing but the tags that are open.
    private bool IsEmpty => _current.Length == _open.Sum(static tag => tag.Length);

    private void Break()
    {
        var (at, open) = _space ?? (_current.Length, [.. _open]);
        var rest = _current.ToString(at, _current.Length - at).TrimStart(' ');
        _pieces.Add(_current.ToString(0, at) + string.Concat(open.Reverse().Select(EndOf)));
        _current.Clear().AppendJoin("", open).Append(rest);
        _space = null;
    }

    private static string EndOf(string tag) => $"</{tag[1..^1].Split(' ')[0]}>";
}
