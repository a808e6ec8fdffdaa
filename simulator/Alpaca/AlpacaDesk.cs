using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Time;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>What the routes stand on.</summary>
internal sealed record AlpacaDesk(SimulatedVenue Venue, MarketClock Clock, FaultPlan Faults)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _symbols = new(() => Venue.Market.Contracts
        .Select(contract => contract.Symbol)
        .Concat(Venue.Market.Underlyings)
        .ToDictionary(WireText.AssetId, symbol => symbol, StringComparer.OrdinalIgnoreCase));

    public IMarket Market => Venue.Market;

    /// <summary>Paths name an asset by its symbol or by its id.</summary>
    /// <returns>The symbol; what is no id is one.</returns>
    public string SymbolOf(string symbolOrAssetId) => Guid.TryParse(symbolOrAssetId, out var id)
        ? _symbols.Value.GetValueOrDefault(id.ToString(), symbolOrAssetId)
        : symbolOrAssetId;
}
