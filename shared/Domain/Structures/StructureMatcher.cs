using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Structures;

/// <summary>From what the broker holds to structures. Pure; the order of holdings and of known structures does not matter.</summary>
public static class StructureMatcher
{
    /// <summary>Matches a complete, successful read of the broker's positions.</summary>
    /// <param name="holdings">Everything the broker lists, each symbol once.</param>
    /// <param name="known">The live structures of the ledger.</param>
    /// <param name="multipliers">Shares per contract by OCC symbol, as the broker's contracts say.</param>
    public static MatchResult Match(
        IReadOnlyCollection<BrokerPosition> holdings,
        IReadOnlyCollection<KnownStructure> known,
        IReadOnlyDictionary<string, int> multipliers) =>
        throw new NotImplementedException();
}
