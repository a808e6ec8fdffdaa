using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>A guarded position of which a leg expires today, as one sweep sees it.</summary>
/// <param name="Position">As the sweep read it.</param>
/// <param name="Assessment">What the ladder says of it now.</param>
/// <param name="Quote">Its net quote; null if there is none.</param>
/// <param name="Underlying">Its underlying's price; null if unknown.</param>
public sealed record ExpiringPosition(Stored<Position> Position, ExpiryAssessment Assessment, Quote? Quote, UnderlyingPrice? Underlying);
