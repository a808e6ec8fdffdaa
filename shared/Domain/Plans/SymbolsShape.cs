using System.Collections.Frozen;

namespace ExitDesk.Domain.Plans;

/// <summary>A list of underlyings, as the broker writes them.</summary>
public sealed record SymbolsShape : PlanShape
{
    public override PlanToken Token => PlanToken.List;

    public override string Expected => "a list of symbols in capitals, such as SPY, QQQ";

    public static bool IsSymbol(string text) =>
        text.Length is > 0 and <= 21 && text.All(static character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '.');

    /// <summary>Reads symbols separated by commas.</summary>
    public override bool TryRead(string text, out object? value)
    {
        var symbols = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        value = symbols.All(IsSymbol) ? symbols.ToFrozenSet(StringComparer.Ordinal) : null;
        return value is not null;
    }

    protected override string Text(object value) => string.Join(",", ((IEnumerable<string>)value).Order(StringComparer.Ordinal));
}
