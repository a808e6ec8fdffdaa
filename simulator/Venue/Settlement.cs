using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>Exercise, assignment and expiry: positions change at once, the history shows it the next morning.</summary>
internal sealed class Settlement(VenueState state, Booking booking)
{
    /// <summary>Ends every position in contracts whose last session this was.</summary>
    public void Settle(TradingDay day, DateTimeOffset at)
    {
        // Assignments first: the shares they bring are what a long leg of the same spread delivers.
        var expiring = state.Positions.All.Where(position => position.Contract?.Expiration == day.Date);
        foreach (var position in expiring.OrderBy(position => position.Quantity).ToList())
        {
            booking.CancelAll(position.Symbol, at);
            SettleOne(position, position.Contract!, day, at);
        }
    }

    /// <summary>Exercises a long position or assigns a short one, whole, at its strike.</summary>
    public void Deliver(Position position, ListedContract contract, DateTimeOffset at)
    {
        var shares = position.Quantity * contract.Multiplier * (contract.IsCall ? 1 : -1);
        var netAmount = -shares * contract.Strike;
        var type = position.IsLong ? ActivityType.OptionExercised : ActivityType.OptionAssigned;
        state.Positions.Add(position.Symbol, contract, -position.Quantity, 0m, at);
        state.Positions.Add(contract.Underlying, null, shares, contract.Strike, at);
        state.Cash += netAmount;
        state.Activities.Overnight(new BookedEvent(type, position.Symbol, -position.Quantity, null, 0m), at);
        state.Activities.Overnight(
            new BookedEvent(ActivityType.OptionStockTrade, contract.Underlying, shares, contract.Strike, netAmount), at);
    }

    /// <summary>Whether cash or shares for an exercise are there.</summary>
    public bool CanPay(Position position, ListedContract contract)
    {
        var shares = Math.Abs(position.Quantity) * contract.Multiplier;
        return contract.IsCall
            ? state.Cash >= shares * contract.Strike
            : state.Positions.Quantity(contract.Underlying) >= shares;
    }

    /// <summary>By how much a contract is in the money; null: the stock has no price.</summary>
    public decimal? InTheMoneyBy(ListedContract contract, DateTimeOffset at)
    {
        var stock = state.Market.LastStockTrade(contract.Underlying, at)?.Price
            ?? Pricing.Mark(state.Market.StockQuote(contract.Underlying, at));
        return contract.IsCall ? stock - contract.Strike : contract.Strike - stock;
    }

    private void SettleOne(Position position, ListedContract contract, TradingDay day, DateTimeOffset at)
    {
        var inTheMoney = InTheMoneyBy(contract, day.Close) >= 0.01m;
        if (inTheMoney && (!position.IsLong || (!position.DoNotExercise && CanPay(position, contract))))
        {
            Deliver(position, contract, at);
            return;
        }

        state.Positions.Add(position.Symbol, contract, -position.Quantity, 0m, at);
        state.Activities.Overnight(
            new BookedEvent(ActivityType.OptionExpired, position.Symbol, -position.Quantity, null, 0m), at);
    }
}
