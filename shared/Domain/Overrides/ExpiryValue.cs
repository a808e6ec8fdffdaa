using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Overrides;

/// <summary>What a structure is worth when it expires: what its legs are in the money by.</summary>
public static class ExpiryValue
{
    /// <summary>USD per share, as closing brings (positive) or costs (negative).</summary>
    /// <param name="structure">What is held.</param>
    /// <param name="underlying">Its underlying at the close of that day, USD per share.</param>
    /// <returns>Null if its legs do not all expire on one day, or one of them delivers anything but shares: that cannot be told.</returns>
    public static decimal? Of(Structure structure, decimal underlying)
    {
        var value = 0m;
        foreach (var leg in structure.ClosingLegs)
        {
            if (leg.Contract is not { IsAdjusted: false } contract || contract.Expiration != structure.NearestExpiration)
            {
                return null;
            }

            value += leg.Ratio * Math.Max(0, contract.Right == OptionRight.Call ? underlying - contract.Strike : contract.Strike - underlying);
        }

        return value;
    }
}
