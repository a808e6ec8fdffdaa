using ExitDesk.Domain.Closing;

namespace ExitDesk.Simulation.Tests.Mutants;

/// <summary>Every way in which the protocol is broken on purpose: each guard out in turn, and some replaced.</summary>
internal static class ProtocolMutants
{
    /// <summary>Guards that send something: without them there is no protocol to be broken.</summary>
    private static readonly string[] Submitters = ["first attempt", "at once", "walk"];

    public static IReadOnlyList<ProtocolMutant> All { get; } =
    [
        .. CloseProtocol.Guards.InOrder.Where(guard => !Submitters.Contains(guard.Name)).Select(guard => Without(guard.Name)),
        .. CloseProtocol.Guards.BeforeTheEnd.Select(guard => new ProtocolMutant(
            guard.Name, CloseProtocol.Guards with { BeforeTheEnd = [.. CloseProtocol.Guards.BeforeTheEnd.Where(other => other != guard)] })),
        Replaced("look", "what the ledger says is held", BlindMutant.TrustTheLedger),
        Replaced("unknown outcome", "sent again at once", BlindMutant.SendAgain),
        Replaced("at once", "long legs first", BlindMutant.LongsFirst),
    ];

    private static ProtocolMutant Without(string name) =>
        new(name, CloseProtocol.Guards with { InOrder = [.. CloseProtocol.Guards.InOrder.Where(guard => guard.Name != name)] });

    private static ProtocolMutant Replaced(string name, string by, Func<PositionClosing, CloseFacts, CloseStep?> ask) => new(
        $"{name}: {by}",
        CloseProtocol.Guards with
        {
            InOrder = [.. CloseProtocol.Guards.InOrder.Select(guard => guard.Name == name ? new CloseGuard(name, (closing, facts) => ask(closing, facts) ?? (name == "at once" ? guard.Ask(closing, facts) : null)) : guard)],
        });
}
