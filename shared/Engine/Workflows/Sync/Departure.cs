using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>How a position left the broker without an order of ours.</summary>
/// <param name="Status">Its ending.</param>
/// <param name="Note">In words.</param>
/// <param name="IsExplained">False if nothing explains it: the owner must look.</param>
/// <param name="Fills">What it may book of the fills that closed it.</param>
public sealed record Departure(PositionStatus Status, string Note, bool IsExplained, FillDivision Fills);
