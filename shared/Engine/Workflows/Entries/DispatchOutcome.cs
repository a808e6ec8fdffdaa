using System.Globalization;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>What became of a recommendation at the door.</summary>
public abstract record DispatchOutcome
{
    private DispatchOutcome()
    {
    }

    /// <summary>Written down, with its message: its gates are asked next.</summary>
    public sealed record Accepted(PositionEntry Entry) : DispatchOutcome;

    /// <summary>The same wish under the same id was written down before. It changes nothing.</summary>
    public sealed record Repeated(PositionEntry Entry) : DispatchOutcome;

    /// <summary>Another wish was written down under this id. It changes nothing.</summary>
    public sealed record Differs(PositionEntry Entry) : DispatchOutcome;

    /// <summary>It is no recommendation that could be taken.</summary>
    /// <param name="Problems">All of them: where in the text, what is wrong, what to do.</param>
    public sealed record Refused(IReadOnlyList<PlanProblem> Problems) : DispatchOutcome;

    /// <summary>As many as may wait do so already. Nothing was written: the same again is safe, once one of them has ended.</summary>
    /// <param name="Pending">How many wait or are under way.</param>
    /// <param name="Most">How many may.</param>
    public sealed record Full(int Pending, int Most) : DispatchOutcome
    {
        /// <summary>The reason with its evidence and what to do, for whoever sent it.</summary>
        public PlanProblem Problem => new(
            "$", string.Create(CultureInfo.InvariantCulture, $"{Pending} recommendations wait or are under way, at most {Most} may; answer them or let them lapse, then send this one again"));
    }

    /// <summary>The storage did not take it, or did not say: the same again finds out. Nothing is half made.</summary>
    public sealed record Unavailable(string Why) : DispatchOutcome;
}
