using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class Account : IAccount, IJsonOnDeserialized
{
    [JsonRequired, JsonPropertyName("id")]
    public Guid AccountId { get; init; }

    [JsonPropertyName("account_number")]
    public string? AccountNumber { get; init; }

    [JsonRequired, JsonPropertyName("status")]
    public AccountStatus Status { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; set; }

    [JsonRequired, JsonPropertyName("cash")]
    public decimal TradableCash { get; init; }

    [JsonRequired, JsonPropertyName("created_at")]
    public DateTime CreatedAtUtc { get; init; }

    [JsonRequired, JsonPropertyName("pattern_day_trader")]
    public bool IsDayPatternTrader { get; init; }

    [JsonRequired, JsonPropertyName("trading_blocked")]
    public bool IsTradingBlocked { get; init; }

    [JsonRequired, JsonPropertyName("transfers_blocked")]
    public bool IsTransfersBlocked { get; init; }

    [JsonRequired, JsonPropertyName("account_blocked")]
    public bool IsAccountBlocked { get; init; }

    [JsonPropertyName("trade_suspended_by_user")]
    public bool TradeSuspendedByUser { get; init; }

    [JsonPropertyName("shorting_enabled")]
    public bool ShortingEnabled { get; init; }

    [JsonPropertyName("buying_power")]
    public decimal? BuyingPower { get; init; }

    [JsonPropertyName("daytrading_buying_power")]
    public decimal? DayTradingBuyingPower { get; init; }

    [JsonPropertyName("regt_buying_power")]
    public decimal? RegulationBuyingPower { get; init; }

    [JsonPropertyName("long_market_value")]
    public decimal? LongMarketValue { get; init; }

    [JsonPropertyName("short_market_value")]
    public decimal? ShortMarketValue { get; init; }

    [JsonPropertyName("equity")]
    public decimal? Equity { get; init; }

    [JsonPropertyName("last_equity")]
    public decimal LastEquity { get; init; }

    [JsonPropertyName("initial_margin")]
    public decimal? InitialMargin { get; init; }

    [JsonPropertyName("maintenance_margin")]
    public decimal MaintenanceMargin { get; init; }

    [JsonPropertyName("daytrade_count")]
    public ulong DayTradeCount { get; init; }

    [JsonPropertyName("options_trading_level")]
    public OptionsTradingLevel? OptionsTradingLevel { get; init; }

    [JsonPropertyName("options_approved_level")]
    public OptionsTradingLevel? OptionsApprovedLevel { get; init; }

    [JsonPropertyName("options_buying_power")]
    public decimal? OptionsBuyingPower { get; init; }

    public void OnDeserialized()
    {
        if (string.IsNullOrEmpty(Currency))
        {
            Currency = "USD";
        }
    }
}
