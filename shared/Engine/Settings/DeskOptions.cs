using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Engine.Settings;

/// <summary>How this desk is set up.</summary>
/// <param name="Account">Names the ledger's partition.</param>
/// <param name="InitialMode">The mode until the owner changes it.</param>
/// <param name="ExternalPositions">Managed or watched: positions that the desk did not open.</param>
public sealed record DeskOptions(string Account, TradingMode InitialMode, Management ExternalPositions);
