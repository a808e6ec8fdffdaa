using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>The owner's instructions about exercise.</summary>
/// <remarks>
/// They take effect at once; none is taken between the close and midnight
/// [docs.alpaca.markets/reference/optiondonotexercise-1, read 2026-11].
/// </remarks>
internal sealed class ExerciseDesk(VenueState state, Settlement settlement)
{
    /// <summary>Exercises all of a long position at once.</summary>
    public VenueAnswer<Position> Exercise(string symbol, DateTimeOffset at)
    {
        var found = Find(symbol, at);
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
                ? Refusals.InsufficientOptionsBuyingPower(contract.Strike * position.Quantity * contract.Multiplier, state.Cash)
                : Refusals.NoShortStock;
        }

        settlement.Deliver(position, contract, at);
        return position;
    }

    public VenueAnswer<Position> Refrain(string symbol, DateTimeOffset at)
    {
        var found = Find(symbol, at);
        if (found.Granted)
        {
            state.Positions.KeepFromExercise(found.Value);
        }

        return found;
    }

    private VenueAnswer<Position> Find(string symbol, DateTimeOffset at) => state.Positions.Find(symbol) switch
    {
        _ when state.Sessions.Session(NewYork.DateOf(at)) is { } today && at >= today.Close => Refusals.InstructedTooLate,
        null => Refusals.Flat,
        { Contract: null } => Refusals.Unprocessable($"\"{symbol}\" is not an option contract"),
        { IsLong: false } => Refusals.Unprocessable("only long option positions can be exercised"),
        { } position => position,
    };
}
