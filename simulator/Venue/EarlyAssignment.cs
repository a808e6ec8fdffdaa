using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;

namespace ExitDesk.Simulator.Venue;

/// <summary>The holders on the other side exercise at night what it pays to exercise before expiration.</summary>
/// <remarks>
/// That is a contract in the money with next to no time value, and a call whose time value is below a dividend that the share
/// leaves behind at the next open; by fault any contract in the money. Positions change the same evening; the history shows it the next morning.
/// </remarks>
internal sealed class EarlyAssignment(VenueState state, Booking booking, Settlement settlement)
{
    private const decimal NoTimeValue = 0.05m;

    private readonly SeededNoise _noise = new(state.Options.Seed, "early assignment");

    /// <summary>One evening.</summary>
    /// <param name="day">The session that has just closed.</param>
    public void Consider(TradingDay day, DateTimeOffset at)
    {
        foreach (var position in state.Positions.All.Where(position => !position.IsLong && position.Contract is not null))
        {
            if (settlement.InTheMoneyBy(position.Contract!, LastOf(day)) is not (> 0 and var intrinsic))
            {
                continue;
            }

            var drawn = _noise.Uniform(((long)day.Date.DayNumber << 32) + StableHash(position.Symbol));
            var byReason = IsWorthExercising(position.Contract!, intrinsic, day) && drawn < state.Options.EarlyAssignmentProbability;
            if (byReason || state.Faults.Hits(Fault.EarlyAssignment, 0.1))
            {
                booking.CancelAll(position.Symbol, at);
                settlement.Deliver(position, position.Contract!, at);
            }
        }
    }

    private static DateTimeOffset LastOf(TradingDay day) => day.Close.AddTicks(-1);

    /// <param name="intrinsic">USD per share, positive.</param>
    private bool IsWorthExercising(ListedContract contract, decimal intrinsic, TradingDay day)
    {
        if (Pricing.Mid(state.Market.OptionQuote(contract.Symbol, LastOf(day))) is not { } mid)
        {
            return false;
        }

        var timeValue = mid - intrinsic;
        return timeValue <= NoTimeValue || (contract.IsCall && timeValue < DividendAfter(contract.Underlying, day));
    }

    /// <returns>USD per share; zero: none.</returns>
    private decimal DividendAfter(string underlying, TradingDay day)
    {
        var next = state.Sessions.NextOpening(day.Close).Date;
        return state.Market.Actions.Where(action => action.Underlying == underlying && action.ExDate == next)
            .Sum(action => action.Dividend);
    }

    // string.GetHashCode differs from run to run.
    private static uint StableHash(string symbol) =>
        symbol.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
