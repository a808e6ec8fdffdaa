using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>What each sweep needs of a leg that a close trades. A structure has its legs side by side in memory: a sweep over many
/// positions waits for memory more than it calculates.</summary>
/// <param name="Ratio">Contracts or shares a unit, long positive, short negative; never 0.</param>
/// <param name="IsOption">False for stock and for symbols that are no option: then what follows says nothing.</param>
/// <param name="Right">Call or put.</param>
/// <param name="IsAdjusted">True if one contract delivers anything but shares of its underlying alone.</param>
/// <param name="Strike">USD per share.</param>
internal readonly record struct TradedLeg(int Ratio, bool IsOption, OptionRight Right, bool IsAdjusted, decimal Strike)
{
    public bool IsLong => Ratio > 0;

    public static TradedLeg[] Of(IReadOnlyList<PositionLeg> legs)
    {
        var traded = new TradedLeg[legs.Count];
        for (var i = 0; i < traded.Length; i++)
        {
            traded[i] = Of(legs[i]);
        }

        return traded;
    }

    private static TradedLeg Of(PositionLeg leg) => leg.Contract is { } contract
        ? new TradedLeg(leg.Ratio, true, contract.Right, contract.IsAdjusted, contract.Strike)
        : new TradedLeg(leg.Ratio, false, default, false, 0);
}
