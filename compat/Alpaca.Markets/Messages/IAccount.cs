namespace Alpaca.Markets;

/// <summary>One account. Money in <see cref="Currency"/>; null when the API does not tell.</summary>
public interface IAccount
{
    Guid AccountId { get; }

    string? AccountNumber { get; }

    AccountStatus Status { get; }

    /// <summary>USD when the API does not tell.</summary>
    string? Currency { get; }

    /// <summary>Cash; negative when borrowed.</summary>
    decimal TradableCash { get; }

    DateTime CreatedAtUtc { get; }

    bool IsDayPatternTrader { get; }

    /// <summary>True: every order is refused.</summary>
    bool IsTradingBlocked { get; }

    bool IsTransfersBlocked { get; }

    bool IsAccountBlocked { get; }

    /// <summary>True: the owner forbade new orders.</summary>
    bool TradeSuspendedByUser { get; }

    bool ShortingEnabled { get; }

    decimal? BuyingPower { get; }

    decimal? DayTradingBuyingPower { get; }

    decimal? RegulationBuyingPower { get; }

    decimal? LongMarketValue { get; }

    /// <summary>Zero or negative.</summary>
    decimal? ShortMarketValue { get; }

    /// <summary>Cash and the market value of all positions.</summary>
    decimal? Equity { get; }

    /// <summary>Equity at 16:00 New York on the trading day before; 0 when the API does not tell.</summary>
    decimal LastEquity { get; }

    decimal? InitialMargin { get; }

    /// <summary>0 when the API does not tell.</summary>
    decimal MaintenanceMargin { get; }

    /// <summary>Day trades in the last five trading days.</summary>
    ulong DayTradeCount { get; }

    /// <summary>What is in force: the lower of what is approved and what the owner set.</summary>
    OptionsTradingLevel? OptionsTradingLevel { get; }

    OptionsTradingLevel? OptionsApprovedLevel { get; }

    decimal? OptionsBuyingPower { get; }
}
