using ExitDesk.Domain.Activities;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Alpaca's words for kinds of activities (docs.alpaca.markets, "Account Activities", read 2026-11).</summary>
internal static class ActivityWords
{
    /// <summary>Unknown for any other text.</summary>
    public static ActivityKind Kind(string text) => text switch
    {
        "FILL" => ActivityKind.Fill,
        "OPEXC" => ActivityKind.Exercise,
        "OPASN" => ActivityKind.Assignment,
        "OPEXP" => ActivityKind.Expiration,
        "OPTRD" => ActivityKind.OptionTrade,
        "SPLIT" or "FSPLIT" or "RSPLIT" or "SSP" or "SSO" or "SPIN" or "SPINOFF" or "REORG" or "MA" or "NC" or "SC" or "OPCA"
            => ActivityKind.CorporateAction,
        _ when text.StartsWith("DIV", StringComparison.Ordinal) => ActivityKind.Dividend,
        "FEE" or "CFEE" or "PTC" or "PTR" or "REG" or "TAF" => ActivityKind.Fee,
        "CSD" or "CSR" or "CSW" or "JNLC" or "JNL" or "TRANS" or "ACATC" => ActivityKind.CashTransfer,
        _ => ActivityKind.Unknown,
    };
}
