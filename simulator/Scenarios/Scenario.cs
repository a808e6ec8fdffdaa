using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>A day to play, or several in a row.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Market">Quotes.</param>
/// <param name="Day">The first session.</param>
/// <param name="Openings">Positions, ascending by time.</param>
/// <param name="Plan">Exit plans as the function app reads them; null for its built-in plan.</param>
public sealed record Scenario(string Name, IMarket Market, TradingDay Day, IReadOnlyList<Opening> Openings, string? Plan)
{
    /// <summary>The sessions that are played, ascending; the first is <see cref="Day"/>. The nights between them are played too.</summary>
    public IReadOnlyList<TradingDay> Days { get; init; } = [Day];

    /// <summary>What happens behind the function app's back, ascending by time.</summary>
    public IReadOnlyList<ScriptedAct> Acts { get; init; } = [];

    /// <summary>How the broker is set up; seed and wall clock are the run's.</summary>
    public VenueOptions Broker { get; init; } = new() { Cash = 250_000m };

    /// <summary>Settings of the function app that are not the run's own, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Which of <see cref="Days"/>, counted from 0, an instant belongs to: the last whose New York day has begun, the first before that.
    /// </summary>
    public int SessionOf(DateTimeOffset at) =>
        Math.Max(0, Enumerable.Range(0, Days.Count).LastOrDefault(session => NewYork.StartOf(Days[session].Date) <= at));

    /// <summary>True: the night after the last day is played whatever expires on it.</summary>
    public bool EndsInTheMorning { get; init; }

    /// <summary>True if something expires on the last day: what came of it is in the account's history on the morning after.</summary>
    public bool HasMorningAfter => EndsInTheMorning || Openings.Any(opening =>
        Market.Contracts.FirstOrDefault(contract => contract.Symbol == opening.Symbol)?.Expiration == Days[^1].Date);
}
