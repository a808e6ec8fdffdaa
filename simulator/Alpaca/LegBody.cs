using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Reads one leg of a multi-leg order call.</summary>
internal static class LegBody
{
    /// <param name="body">The order, which remembers what is wrong with a leg.</param>
    public static OrderLeg Leg(BodyReader leg, BodyReader body)
    {
        var symbol = leg.Text("symbol") ?? "";
        var ratio = leg.Quantity("ratio_qty") ?? 0;
        var side = leg.Text("side");
        var intentWord = leg.Text("position_intent");
        var intent = intentWord is null ? null : PositionIntentTerms.Parse(intentWord);
        if (leg.Refusal is { } refusal)
        {
            body.Refuse(refusal);
        }
        else if (symbol.Length == 0 || ratio == 0 || intent is null || side is not ("buy" or "sell"))
        {
            body.Refuse("each leg requires symbol, ratio_qty, side and position_intent");
        }
        else if (OrderJson.Word(intent.Value.Side()) != side)
        {
            body.Refuse(Refusals.Unprocessable($"position intent mismatch, side: {side}, specified: {intentWord}"));
        }

        return new OrderLeg(symbol, ratio, intent ?? PositionIntent.BuyToOpen);
    }
}
