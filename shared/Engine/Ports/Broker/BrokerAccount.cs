namespace ExitDesk.Engine.Ports.Broker;

/// <summary>The account behind the keys.</summary>
/// <param name="Number">The broker's account number: the name of the ledger's partition.</param>
/// <param name="IsPaper">True where no real money moves.</param>
public sealed record BrokerAccount(string Number, bool IsPaper)
{
    /// <summary>Now, USD; null if the broker does not tell.</summary>
    public decimal? Equity { get; init; }

    /// <summary>At the close of the trading day before, USD; null if the broker does not tell.</summary>
    public decimal? LastEquity { get; init; }

    /// <summary>USD, negative when borrowed; null if the broker does not tell.</summary>
    public decimal? Cash { get; init; }

    /// <summary>USD that a purchase may use now, the broker's loan included; null if the broker does not tell.</summary>
    public decimal? BuyingPower { get; init; }

    /// <summary>USD that options may be bought for or secured with; null if the broker does not tell.</summary>
    public decimal? OptionsBuyingPower { get; init; }

    /// <summary>What is in force: 0 no options, 1 covered calls and secured puts, 2 also long options, 3 also spreads; null if the broker does not tell.</summary>
    public int? OptionsLevel { get; init; }

    /// <summary>False if the broker or the owner forbids every order; null if the broker does not tell.</summary>
    public bool? MayTrade { get; init; }

    /// <summary>True if stock may be sold short; null if the broker does not tell.</summary>
    public bool? MayShort { get; init; }
}
