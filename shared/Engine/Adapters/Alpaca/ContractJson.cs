using ExitDesk.Domain.Contracts;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads option contracts (docs.alpaca.markets, "Get an option contract", read 2026-11).</summary>
internal static class ContractJson
{
    /// <exception cref="FailedReadException">It is another contract, or its multiplier is no whole number above 0.</exception>
    public static ContractTerms Read(JsonRow row, string symbol)
    {
        if (row.RequiredText("symbol") != symbol)
        {
            throw row.Wrong("symbol", $"is not {symbol}, which was asked for");
        }

        var root = row.RequiredText("root_symbol");
        var multiplier = row.Number("multiplier");
        return multiplier is > 0 and <= int.MaxValue && multiplier == decimal.Truncate(multiplier)
            ? new ContractTerms(
                symbol, root, row.RequiredText("underlying_symbol"), (int)multiplier, row.Text("status"), IsAdjusted(row, root, multiplier))
            : throw row.Wrong("multiplier", "is no whole number above 0");
    }

    // "size" is what is delivered; beside another multiplier, or of more than one thing, an adjustment changed it.
    private static bool IsAdjusted(JsonRow row, string root, decimal multiplier) =>
        char.IsAsciiDigit(root[^1])
        || row.OptionalNumber("size") is { } size && size != multiplier
        || row.List("deliverables").Count() > 1;
}
