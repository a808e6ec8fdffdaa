namespace ExitDesk.Simulator.Venue;

/// <summary>Takes multi-leg orders.</summary>
internal sealed class MultiLegDesk(VenueState state, OrderJudgement judgement, OrderIntake intake)
{
    public VenueAnswer<VenueOrder> Submit(MultiLegRequest request, DateTimeOffset at)
    {
        var terms = judgement.Judge(request, at);
        return terms.Granted ? Take(request, terms.Value, at) : terms.Refusal;
    }

    private VenueOrder Take(MultiLegRequest request, PackageTerms terms, DateTimeOffset at)
    {
        var life = intake.LifeFrom(at, request.Origin);
        var id = state.Ids.Next();
        var whole = new VenueOrder
        {
            Id = id,
            ClientOrderId = request.ClientOrderId ?? state.Ids.Next().ToString(),
            Symbol = "",
            Side = OrderSide.Buy,
            Kind = request.Kind,
            LimitPrice = request.NetLimit,
            Quantity = request.Quantity,
            Intent = PositionIntent.BuyToOpen,
            Origin = request.Origin,
            Status = life.FirstStatus,
            CreatedAt = at,
            UpdatedAt = at,
            WorksFrom = life.Start,
            ReservedPrice = terms.ReservedPrice,
            PackageMultiplier = terms.Multiplier,
            FillsInParts = intake.FillsInParts(request.Quantity, request.Origin),
        };
        var legs = request.Legs.Select(leg => LegOf(whole, leg)).ToList();
        whole = whole with { Legs = [.. legs.Select(leg => leg.Id)] };
        intake.Take(whole, legs, life);
        return whole;
    }

    private VenueOrder LegOf(VenueOrder whole, OrderLeg leg) => whole with
    {
        Id = state.Ids.Next(),
        ClientOrderId = state.Ids.Next().ToString(),
        Parent = whole.Id,
        Ratio = leg.Ratio,
        Symbol = leg.Symbol,
        Contract = state.Contracts[leg.Symbol],
        Side = leg.Side,
        Intent = leg.Intent,
        LimitPrice = null,
        Quantity = leg.Ratio * whole.Quantity,
        ReservedPrice = 0m,
        PackageMultiplier = 1,
    };
}
