using System.Globalization;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>What <c>/whatif</c> asks.</summary>
/// <param name="Symbol">The stock, in capitals.</param>
/// <param name="Move">A fraction: −0.05 is 5 % down.</param>
/// <param name="At">A time in New York, of this session or, while the market is closed, of the next; null means now, or the next open.</param>
public sealed record WhatIfRequest(string Symbol, decimal Move, TimeOnly? At)
{
    /// <summary>How it is written.</summary>
    public const string Usage = "For instance: /whatif SPY -2% or, at a time of today in New York, /whatif SPY +1.5% 14:30";

    private const decimal Most = 500;

    private static readonly string[] Clocks = ["H:mm", "HH:mm"];

    /// <summary>Reads the words after the command.</summary>
    /// <returns>A request, or what is wrong with it; exactly one of both.</returns>
    public static (WhatIfRequest? Request, string? Problem) Parse(string argument)
    {
        var words = argument.Replace(" %", "%", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (2 or 3))
        {
            return (null, words.Length < 2 ? "Which stock, and how far?" : "That is too much: a stock, a move, and a time if you like.");
        }

        if (words[0] is ['+' or '-' or '−' or (>= '0' and <= '9'), ..])
        {
            return (null, "The stock comes first, then the move.");
        }

        if (MoveOf(words[1]) is not { Move: { } move } read)
        {
            return (null, MoveOf(words[1]).Problem);
        }

        if (words.Length == 2)
        {
            return (new WhatIfRequest(words[0].ToUpperInvariant(), move, null), read.Problem);
        }

        return TimeOnly.TryParseExact(words[2], Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? (new WhatIfRequest(words[0].ToUpperInvariant(), move, at), null)
            : (null, $"{words[2]} is no time: write hours and minutes, as 14:30.");
    }

    private static (decimal? Move, string? Problem) MoveOf(string word)
    {
        var text = word.Replace('−', '-').TrimEnd('%');
        if (text is not ['+' or '-', ..])
        {
            return (null, $"{word} has no sign: write +{text.TrimStart('+')}% for a rise, -{text}% for a fall.");
        }

        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
        {
            return (null, $"{word} is no move: write it in percent, with a point, as -2.5%.");
        }

        return percent is > -100 and <= Most
            ? (percent / 100, null)
            : (null, $"{word} is out of range: a stock falls by less than 100 %, and more than +{Most}% is not computed.");
    }
}
