using System.Globalization;
using ExitDesk.Domain.Contracts;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Reads the contract from the name of a file of option quotes.</summary>
/// <remarks>
/// Minute files: <c>{yyyyMMdd}_{symbol}_minute_quote_american_{call|put}_{strike × 10000}_{yyyyMMdd}.csv</c>;
/// hour files: <c>{symbol}_quote_american_{call|put}_{strike × 10000}_{yyyyMMdd}.csv</c>.
/// </remarks>
internal static class ContractFileName
{
    private const int StandardMultiplier = 100;

    /// <summary>Parses a name; a mismatch is told as text that says what was expected.</summary>
    /// <param name="name">Entry name in the archive.</param>
    /// <param name="prefix">What stands before the right, for instance <c>20151223_goog_minute_quote_american_</c>.</param>
    /// <param name="underlying">Upper case ticker symbol.</param>
    /// <param name="mismatch">Null if and only if a contract is returned.</param>
    public static ListedContract? Parse(string name, string prefix, string underlying, out string? mismatch)
    {
        mismatch = null;
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(".csv", StringComparison.Ordinal))
        {
            mismatch = $"the name does not read {prefix}…csv";
            return null;
        }

        var parts = name[prefix.Length..^".csv".Length].Split('_');
        if (parts.Length != 3)
        {
            mismatch = $"after {prefix} come right, strike and expiration, not \"{name[prefix.Length..]}\"";
            return null;
        }

        if (parts[0] is not ("call" or "put"))
        {
            mismatch = $"\"{parts[0]}\" is not a right";
        }
        else if (!TryStrike(parts[1], out var strike))
        {
            mismatch = $"\"{parts[1]}\" is not a strike";
        }
        else if (!TryDate(parts[2], out var expiration))
        {
            mismatch = $"\"{parts[2]}\" is not an expiration";
        }
        else
        {
            var isCall = parts[0] == "call";
            var symbol = new OptionContract(underlying, expiration, isCall ? OptionRight.Call : OptionRight.Put, strike).Symbol;
            return new ListedContract(symbol, underlying, isCall, strike, expiration, StandardMultiplier);
        }

        return null;
    }

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // An OCC symbol holds three decimals and eight digits.
    private static bool TryStrike(string text, out decimal strike)
    {
        var valid = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var scaled)
            && scaled > 0 && scaled % 10 == 0 && scaled / 10 <= 99_999_999;
        strike = valid ? scaled / 10_000m : 0;
        return valid;
    }
}
