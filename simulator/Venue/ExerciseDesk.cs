namespace ExitDesk.Simulator.Venue;

/// <summary>The owner's instructions about exercise.</summary>
internal sealed class ExerciseDesk(VenueState state, Settlement settlement)
{
    /// <summary>Exercises all of a long position at once.</summary>
    public VenueAnswer<Position> Exercise(string symbol, DateTimeOffset at)
    {
        var found = Find(symbol);
        if (!found.Granted)
        {
            return found.Refusal;
        }

        var position = found.Value;
        var contract = position.Contract!;
        var held = state.Held(symbol);
        if (held.HeldForOrders > 0)
        {
            return Refusals.InsufficientQuantity(held, position.Quantity);
        }

        if (!settlement.CanPay(position, contract))
        {
            return contract.IsCall
                ? Refusals.InsufficientBuyingPower(contract.Strike * position.Quantity * contract.Multiplier, state.Cash)
                : Refusals.NoShortStock;
        }

        settlement.Deliver(position, contract, at);
        return position;
    }

    public VenueAnswer<Position> Refrain(string symbol)
    {
        var found = Find(symbol);
        if (found.Granted)
        {
            state.Positions.KeepFromExercise(found.Value);
        }

        return found;
    }

    private VenueAnswer<Position> Find(string symbol) => state.Positions.Find(symbol) switch
    {
        null => Refusals.Flat,
        { Contract: null } => Refusals.Unprocessable($"\"{symbol}\" is not an option contract"),
        { IsLong: false } => Refusals.Unprocessable("only long option positions can be exercised"),
        { } position => position,
    };
}
