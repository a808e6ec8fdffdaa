using System.Globalization;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Counts live positions and entries on their way, each once.</summary>
internal static class EntryCount
{
    /// <summary>Compares what there is with what there may be, this entry not counted.</summary>
    public static GateFinding Judge(
        string gate, string what, Recommendation recommendation, EntryFacts facts, int most, Func<Position, bool> ofPosition, Func<PositionEntry, bool> ofEntry)
    {
        if (facts is not { Positions: { } positions, Entries: not null })
        {
            return GateFinding.CannotTell(gate, "positions and entries");
        }

        var live = positions.Where(position => position.Status.IsLive() && ofPosition(position)).ToList();
        var entering = facts.OthersThan(recommendation).Where(entry => ofEntry(entry) && !live.Exists(position => position.Id == entry.PositionId || position.OpenedBy == entry.Id)).ToList();
        var count = live.Count + entering.Count;
        var evidence = string.Create(CultureInfo.InvariantCulture, $"{live.Count} held and {entering.Count} being entered, at most {most}");
        return count < most
            ? GateFinding.Passed(gate, $"there is room for one more {what}", evidence)
            : GateFinding.Refused(gate, $"there is no room for one more {what}", evidence);
    }
}
