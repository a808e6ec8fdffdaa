using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>Dividends and splits: at the open of their day positions and cash change and the history says so.</summary>
/// <remarks>Dividends are paid at once: the days that lie between ex-date and payment are not played.</remarks>
internal sealed class CorporateDesk(VenueState state, Booking booking)
{
    public void Apply(CorporateAction action, DateTimeOffset at)
    {
        if (action.Dividend > 0 && state.Positions.Find(action.Underlying) is { } stock)
        {
            // Who is short pays.
            var amount = action.Dividend * stock.Quantity;
            state.Cash += amount;
            state.Activities.AtOpen(
                new BookedEvent(ActivityType.Dividend, action.Underlying, stock.Quantity, action.Dividend, amount), at);
        }

        if (action.IsSplit)
        {
            CancelOrders(action, at);
            Split(action, at);
        }
    }

    private static bool Concerns(Position position, CorporateAction action) =>
        action.IsSplit && (position.Contract?.Underlying ?? position.Symbol) == action.Underlying;

    /// <summary>Orders that wait for the open were meant for prices of the day before.</summary>
    private void CancelOrders(CorporateAction split, DateTimeOffset at)
    {
        foreach (var order in state.Orders.Live.Where(order => (order.Contract?.Underlying ?? order.Symbol) == split.Underlying))
        {
            booking.Cancel(order.Id, at);
        }
    }

    private void Split(CorporateAction split, DateTimeOffset at)
    {
        // All go before any comes: one strike after the split may be another strike before it.
        var before = state.Positions.All.Where(position => Concerns(position, split)).ToList();
        before.ForEach(position => state.Positions.Remove(position.Symbol));
        foreach (var position in before)
        {
            if (position.Contract is { } contract)
            {
                Adjust(position, ContractAdjustment.Of(contract, split), split, at);
            }
            else
            {
                SplitStock(position, split, at);
            }
        }
    }

    private void Adjust(Position position, ContractAdjustment adjustment, CorporateAction split, DateTimeOffset at)
    {
        var contract = state.Contracts.GetValueOrDefault(adjustment.Contract.Symbol) ?? adjustment.Contract;
        var quantity = position.Quantity * adjustment.Contracts;
        state.Positions.Put(position with
        {
            Symbol = contract.Symbol,
            Contract = contract,
            Quantity = quantity,
            AverageEntryPrice = position.AverageEntryPrice / split.SplitRatio,
        });
        state.Activities.AtOpen(
            new BookedEvent(ActivityType.OptionAdjusted, position.Symbol, -position.Quantity, null, 0m), at);
        state.Activities.AtOpen(new BookedEvent(ActivityType.OptionAdjusted, contract.Symbol, quantity, null, 0m), at);
    }

    /// <summary>Parts of shares are paid out at their cost.</summary>
    private void SplitStock(Position position, CorporateAction split, DateTimeOffset at)
    {
        var exact = position.Quantity * split.SplitRatio;
        var quantity = (int)decimal.Truncate(exact);
        var price = position.AverageEntryPrice / split.SplitRatio;
        var paid = Math.Round((exact - quantity) * price, 2);
        if (quantity != 0)
        {
            state.Positions.Put(position with { Quantity = quantity, AverageEntryPrice = price });
        }

        state.Cash += paid;
        state.Activities.AtOpen(
            new BookedEvent(ActivityType.StockSplit, position.Symbol, quantity - position.Quantity, null, paid), at);
    }
}
