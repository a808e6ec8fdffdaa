using ExitDesk.Domain.Contracts;

namespace ExitDesk.Simulator.Market;

/// <summary>What a split makes of an option contract.</summary>
/// <remarks>
/// A split into whole shares makes more contracts at lower strikes. Any other keeps their number: the strike falls, the contract
/// delivers more shares, and a digit behind its root says so [theocc.com, contract adjustments, read 2026-11]. Strikes are rounded
/// to cents.
/// </remarks>
/// <param name="Contract">The contract after the split.</param>
/// <param name="Contracts">How many of it for each before, positive.</param>
public sealed record ContractAdjustment(ListedContract Contract, int Contracts)
{
    /// <summary>Adjusts a contract; the result has no listing bounds.</summary>
    public static ContractAdjustment Of(ListedContract before, CorporateAction split)
    {
        var whole = split.SplitTo % split.SplitFrom == 0;
        var root = before.Symbol[..^15];
        var after = new OptionContract(
            whole ? root : NextRoot(root),
            before.Expiration,
            before.IsCall ? OptionRight.Call : OptionRight.Put,
            Math.Round(before.Strike / split.SplitRatio, 2));
        var contract = new ListedContract(
            after.Symbol,
            before.Underlying,
            before.IsCall,
            after.Strike,
            before.Expiration,
            whole ? before.Multiplier : (int)(before.Multiplier * split.SplitRatio));
        return new ContractAdjustment(contract, whole ? split.SplitTo / split.SplitFrom : 1);
    }

    private static string NextRoot(string root) =>
        char.IsAsciiDigit(root[^1]) ? root[..^1] + (char)(root[^1] + 1) : root + '1';
}
