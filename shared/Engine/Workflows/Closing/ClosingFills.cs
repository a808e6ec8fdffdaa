using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>What a closing's orders filled.</summary>
/// <param name="Fills">Empty if they filled nothing.</param>
/// <param name="AreAverages">True if the broker's list did not come, and each is all that one order filled, at its average.</param>
public sealed record ClosingFills(IReadOnlyList<Fill> Fills, bool AreAverages);
