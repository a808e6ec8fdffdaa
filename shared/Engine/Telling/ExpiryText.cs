using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>What the expiry ladder measures and what the broker does, in words.</summary>
public static class ExpiryText
{
    /// <summary>For instance <c>0.42 % out of the money</c>.</summary>
    public static string Standing(in ExpiryAssessment assessment) => assessment.Moneyness.State switch
    {
        MoneynessState.Unknown => "Moneyness unknown: the underlying has no price",
        MoneynessState.Adjusted => "Adjusted contract: counts as in the money",
        MoneynessState.Known => assessment.Moneyness.Value switch
        {
            > 0 and var value => $"{Distance(value)} in the money",
            < 0 and var value => $"{Distance(-value)} out of the money",
            _ => "At the money",
        },
    };

    /// <summary>A distance as a percentage with two decimals: one basis point matters here.</summary>
    public static string Distance(decimal fraction) => (fraction * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    /// <summary>Level, score and probability, for instance <c>high, score 0.87 · finishes in the money 62 %</c>.</summary>
    public static string Risk(in ExpiryAssessment assessment)
    {
        var level = assessment.Risk.Level switch
        {
            RiskLevel.Unknown => "unknown",
            RiskLevel.Low => "low",
            RiskLevel.Medium => "medium",
            RiskLevel.High => "high",
        };
        var score = assessment.Risk.Score is { } number ? string.Create(CultureInfo.InvariantCulture, $", score {number:0.00}") : "";
        var probability = assessment.ProbabilityInTheMoney is { } fraction
            ? string.Create(CultureInfo.InvariantCulture, $"finishes in the money with {fraction * 100:0} %")
            : "probability of finishing in the money unknown";
        return $"{level}{score} · {probability}";
    }

    /// <summary>One assessment with all its numbers, for the audit.</summary>
    public static string Numbers(in ExpiryAssessment assessment, decimal? underlying) => string.Create(
        CultureInfo.InvariantCulture,
        $"{assessment.Contract!.Symbol} {assessment.Rung} → {assessment.Action}: {Standing(assessment)}, threshold {Fraction(assessment.Threshold)}, T2 {Fraction(assessment.NearThreshold)}, underlying {Figures.Cents(underlying)}, risk {Risk(assessment)}, deadline {NewYork.Clock(assessment.DeadlineAt)}, {assessment.UntilDeadline.TotalMinutes:0.##} min");

    /// <summary>What the broker does next and when, and what that depends on.</summary>
    public static string Broker(in BrokerOutlook outlook, in ExpiringHolding holding, DateTimeOffset now)
    {
        var from = NewYork.ShortClock(outlook.From, now);
        return outlook.Step switch
        {
            BrokerNextStep.Unknown => $"from {from} it may sell it, exercise or assign it, or let it expire: the price is unknown",
            BrokerNextStep.ExpiresWorthless => $"nothing; at this price it expires worthless at {from}",
            BrokerNextStep.ExercisesAutomatically => $"exercises it after {from}: {Delivery(outlook)}; {Means(holding)}",
            BrokerNextStep.SellsOut => $"sells it at the market from {from}: {Means(holding)}",
            BrokerNextStep.ExercisesOrSellsOut => $"sells it at the market from {from}, or exercises it after the close: {Means(holding)}",
            BrokerNextStep.Assigns => $"assigns you after {from}: {Delivery(outlook)}",
            BrokerNextStep.MayCloseOneLeg => $"from {from} it may close this leg alone, which leaves the other",
        };
    }

    // A figure that could not be read is said to be unknown, never shown as zero.
    private static string Means(in ExpiringHolding holding) => holding.Contract.Right switch
    {
        OptionRight.Call => Funds(holding.Means, holding.Cost),
        OptionRight.Put => Held(holding.Means, holding.Shares),
    };

    private static string Funds(in ExerciseMeans means, decimal cost) => (means.Cash, means.BuyingPower) switch
    {
        (_, { } power) when power < cost => $"your buying power covers {Figures.Dollars(Math.Max(0, power))} of the {Figures.Dollars(cost)} that exercise takes",
        ({ } cash, { } power) when Math.Min(cash, power) is var sure && sure >= cost && sure < cost + means.DollarsClaimed =>
            $"exercise takes {Figures.Dollars(cost)}, others in the money today {Figures.Dollars(means.DollarsClaimed)}, and your cash is {Figures.Dollars(cash)}",
        ({ } cash, not null) when cash >= cost => $"your cash of {Figures.Dollars(cash)} covers it",
        ({ } cash, { } power) => $"exercise takes {Figures.Dollars(cost)}, your cash is {Figures.Dollars(cash)}, and with the broker's loan your buying power {Figures.Dollars(power)}",
        _ => $"exercise takes {Figures.Dollars(cost)}, and your funds cannot be read now",
    };

    private static string Held(in ExerciseMeans means, decimal shares) => means.SharesHeld switch
    {
        null => $"exercise takes {Figures.Quantity(shares)} shares, and what you hold cannot be read now",
        < 0 and var held => $"exercise takes {Figures.Quantity(shares)} shares, and you are short {Figures.Quantity(-held)}",
        { } held when held >= shares && held < shares + means.SharesClaimed =>
            $"exercise takes {Figures.Quantity(shares)} shares, others in the money today {Figures.Quantity(means.SharesClaimed)}, and you hold {Figures.Quantity(held)}",
        { } held => $"you hold {Figures.Quantity(held)} of the {Figures.Quantity(shares)} shares that exercise takes",
    };

    private static string Delivery(in BrokerOutlook outlook) =>
        $"{Figures.Quantity(Math.Abs(outlook.Shares ?? 0))} shares {(outlook.Shares < 0 ? "leave" : "arrive")}, {Figures.Signed(outlook.Cash ?? 0)}";

    private static string Fraction(decimal? fraction) => fraction?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";
}
