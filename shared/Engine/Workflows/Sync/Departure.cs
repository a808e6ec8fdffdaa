using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>How a position left the broker without an order of ours.</summary>
/// <param name="Status">Its ending.</param>
/// <param name="Note">In words.</param>
/// <param name="IsExplained">False if nothing explains it: the owner must look.</param>
/// <param name="Fills">The fills that closed it; empty if there were none.</param>
public sealed record Departure(PositionStatus Status, string Note, bool IsExplained, IReadOnlyList<Fill> Fills);
