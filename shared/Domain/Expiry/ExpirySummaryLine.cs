using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Expiry;

/// <summary>How one contract's last day went.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Side">Long or short.</param>
/// <param name="Action">The most that the ladder asked for.</param>
/// <param name="Level">The highest level of risk.</param>
/// <param name="ClosedQuantity">Contracts that the ladder closed.</param>
/// <param name="LeftQuantity">Contracts held at the close.</param>
/// <param name="PricedShares">Shares of the closed contracts whose trigger price is known: what <paramref name="Shortfall"/> speaks of.</param>
/// <param name="Shortfall">What the fills cost against the closing side at the trigger, USD, negative when better; null if unknown.</param>
/// <param name="Final">Moneyness at the close.</param>
/// <param name="NearThreshold">T2 when the ladder last spoke, a fraction above 0.</param>
public sealed record ExpirySummaryLine(
    OptionContract Contract,
    PositionSide Side,
    ExpiryAction Action,
    RiskLevel Level,
    decimal ClosedQuantity,
    decimal LeftQuantity,
    decimal PricedShares,
    decimal? Shortfall,
    Moneyness Final,
    decimal NearThreshold)
{
    public bool IsAtRisk => Action > ExpiryAction.Nothing;

    public bool IsClosed => ClosedQuantity > 0;

    /// <summary>Shortfall, USD per share; null if unknown.</summary>
    public decimal? ShortfallPerShare => PricedShares > 0 ? Shortfall / PricedShares : null;

    /// <summary>Closed, but it finished out of the money by more than T2; null if nothing was closed or the end is unknown.</summary>
    public bool? IsFalseAlarm => IsClosed && Final.Value is { } value ? value < -NearThreshold : null;

    /// <summary>Contracts closed that would have been exercised or assigned; null if the end is unknown.</summary>
    public decimal? PreventedQuantity => Exercised(ClosedQuantity);

    /// <summary>Contracts left that finished in the money; null if the end is unknown.</summary>
    public decimal? MissedQuantity => Exercised(LeftQuantity);

    /// <summary>Sums up one contract's day.</summary>
    public static ExpirySummaryLine Of(ExpiryRecord record)
    {
        var spoken = record.Assessments.Where(assessment => assessment.IsExpiring).ToList();
        var priced = record.Closes.Where(close => close.TriggerPrice is not null).ToList();
        var sign = record.Side == PositionSide.Long ? 1 : -1;
        return new(
            record.Contract,
            record.Side,
            spoken.Select(assessment => assessment.Action).DefaultIfEmpty().Max(),
            spoken.Select(assessment => assessment.Risk.Level).DefaultIfEmpty().Max(),
            record.Closes.Sum(close => close.Quantity),
            record.LeftQuantity,
            priced.Sum(close => close.Quantity) * record.Multiplier,
            priced.Count == 0 ? null : priced.Sum(close => sign * (close.TriggerPrice!.Value - close.Price) * close.Quantity * record.Multiplier),
            Moneyness.Of(record.Contract, record.FinalUnderlying),
            spoken.Select(assessment => assessment.NearThreshold).LastOrDefault());
    }

    private decimal? Exercised(decimal quantity) =>
        Final.State == MoneynessState.Known ? (Final.CountsAsInTheMoney ? quantity : 0) : null;
}
