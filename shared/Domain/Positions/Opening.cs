using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Positions;

/// <summary>What an order of the desk is to open. It is in the ledger before the broker hears of the order, so that whoever finds it held
/// knows what it is, filled in part or booked late.</summary>
/// <param name="Id">Who opens it.</param>
/// <param name="Legs">What one unit trades, signed; never empty.</param>
/// <param name="Since">When it began, by the broker's clock.</param>
public sealed record Opening(string Id, IReadOnlyList<LegQuantity> Legs, DateTimeOffset Since)
{
    /// <summary>What the owner trades it for; null if untagged.</summary>
    public string? Strategy { get; init; }

    /// <summary>Its own section of the exit plan, as JSON; null if the plans in force are enough.</summary>
    public string? Plan { get; init; }

    /// <summary>Words that stay with the position; null without any.</summary>
    public string? Notes { get; init; }

    /// <summary>True if a structure has every leg of it, on the same side.</summary>
    public bool IsIn(Structure structure) => Legs.All(
        opened => structure.ClosingLegs.Any(leg => leg.Symbol == opened.Symbol && leg.IsLong == opened.Quantity > 0));

    /// <summary>What opened a structure. One that has legs of several is that of the nearest fit; of equal ones the first by id.</summary>
    /// <param name="structure">As it is held.</param>
    /// <param name="openings">Those that are not over.</param>
    /// <returns>Null if the desk did not open it.</returns>
    public static Opening? Of(Structure structure, IReadOnlyCollection<Opening> openings) => openings
        .Where(opening => opening.IsIn(structure))
        .OrderByDescending(opening => opening.Legs.Count)
        .ThenBy(opening => opening.Id, StringComparer.Ordinal)
        .FirstOrDefault();
}
