using ExitDesk.Domain.Contracts;

namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>The contracts of one made-up stock over all days, those before and after a split.</summary>
internal static class ContractChain
{
    private static readonly bool[] Rights = [true, false];

    public static IReadOnlyList<ListedContract> Of(SeededUnderlying terms, IEnumerable<CorporateAction> actions)
    {
        var chain = Standard(terms).ToDictionary(contract => contract.Symbol, StringComparer.Ordinal);
        if (actions.SingleOrDefault(action => action.IsSplit) is not { } split)
        {
            return [.. chain.Values];
        }

        var before = chain.Values.Where(contract => contract.Expiration >= split.ExDate).ToList();
        var after = before.Select(contract => ContractAdjustment.Of(contract, split).Contract)
            .ToDictionary(contract => contract.Symbol, StringComparer.Ordinal);

        // A strike that both chains have is one symbol without a gap.
        foreach (var contract in before.Where(contract => !after.ContainsKey(contract.Symbol)))
        {
            chain[contract.Symbol] = contract with { ListedUntil = split.ExDate.AddDays(-1) };
        }

        foreach (var contract in after.Values.Where(contract => !chain.ContainsKey(contract.Symbol)))
        {
            chain[contract.Symbol] = contract with { ListedFrom = split.ExDate };
        }

        return [.. chain.Values];
    }

    private static IEnumerable<ListedContract> Standard(SeededUnderlying terms) =>
        from expiration in terms.Expirations
        from strike in terms.Strikes
        from isCall in Rights
        select new ListedContract(
            new OptionContract(terms.Symbol, expiration, isCall ? OptionRight.Call : OptionRight.Put, strike).Symbol,
            terms.Symbol,
            isCall,
            strike,
            expiration,
            terms.Multiplier);
}
