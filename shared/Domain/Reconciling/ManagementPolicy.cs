using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>What the desk may do with a holding, from the holding and the rest of the account.</summary>
public static class ManagementPolicy
{
    /// <summary>Shares that one unadjusted US equity option delivers (OCC, "Characteristics and Risks", read 2026-11).</summary>
    public const int StandardMultiplier = 100;

    /// <summary>Decides for one holding.</summary>
    /// <param name="holding">As the broker lists it.</param>
    /// <param name="shortUnderlyings">
    /// Underlyings on which the account is short, options or stock: a long option or stock there may be the other leg, and
    /// closing it alone would leave the short naked.
    /// </param>
    /// <param name="external">What holds for positions that can be managed.</param>
    public static Management Of(BrokerPosition holding, IReadOnlySet<string> shortUnderlyings, Management external)
    {
        if (holding.Quantity <= 0 || holding.Quantity != decimal.Truncate(holding.Quantity))
        {
            return Management.NotManagedYet;
        }

        var manageable = holding.AssetClass switch
        {
            "us_option" => OccSymbol.TryParse(holding.Symbol, out var contract, out _)
                && !contract.IsAdjusted
                && !IndexOptions.IsRoot(contract.Root)
                && !shortUnderlyings.Contains(contract.Underlying),
            "us_equity" => !shortUnderlyings.Contains(RootOfStock(holding.Symbol)),
            _ => false,
        };
        return manageable ? external : Management.NotManagedYet;
    }

    // Share classes have a dot that option roots have not: BRK.B and BRKB240119C00400000.
    public static string RootOfStock(string symbol) => symbol.Replace(".", "", StringComparison.Ordinal);
}
