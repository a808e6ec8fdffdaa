using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Market;

/// <summary>Quotes spoiled for a while.</summary>
/// <param name="Kind">Halted, crossed, without bid, wide or wild.</param>
/// <param name="Symbol">An option, or a stock with all its options.</param>
/// <param name="From">First instant.</param>
/// <param name="To">End, exclusive.</param>
internal sealed record QuoteSpoil(DayFault Kind, string Symbol, DateTimeOffset From, DateTimeOffset To);
