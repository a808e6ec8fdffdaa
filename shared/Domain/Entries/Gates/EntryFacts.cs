using ExitDesk.Domain.Account;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>What the gates judge an entry on. Whatever is null was not read, and then nothing is opened.</summary>
/// <param name="Moment">The broker's clock.</param>
public sealed record EntryFacts(MarketMoment Moment)
{
    /// <summary>The clock's time in New York.</summary>
    public TimeOnly? NewYorkTime { get; init; }

    /// <summary>The clock's day in New York.</summary>
    public DateOnly? NewYorkDay { get; init; }

    public TradingMode? Mode { get; init; }

    public TradingState? State { get; init; }

    /// <summary>The broker's level of the account: 0 none, 1 covered calls and secured puts, 2 also long options, 3 also spreads.</summary>
    public int? OptionsLevel { get; init; }

    /// <summary>USD that stock may be bought for.</summary>
    public decimal? BuyingPower { get; init; }

    /// <summary>USD that options may be bought for or secured with.</summary>
    public decimal? OptionsBuyingPower { get; init; }

    /// <summary>True if the broker lets the account trade.</summary>
    public bool? MayTrade { get; init; }

    /// <summary>True if the broker lets the account sell stock short.</summary>
    public bool? MayShort { get; init; }

    /// <summary>What the broker lists; empty only if it lists nothing.</summary>
    public IReadOnlyList<BrokerPosition>? Holdings { get; init; }

    /// <summary>All open orders of the account, whoever sent them.</summary>
    public IReadOnlyList<Order>? OpenOrders { get; init; }

    /// <summary>The ledger's live positions.</summary>
    public IReadOnlyList<Position>? Positions { get; init; }

    /// <summary>The ledger's entries that have not ended, and all of the New York day; the one that is judged may be among them.</summary>
    public IReadOnlyList<PositionEntry>? Entries { get; init; }

    /// <summary>By symbol of each leg; one that is absent has no quote.</summary>
    public IReadOnlyDictionary<string, Quote>? Quotes { get; init; }

    /// <summary>By OCC symbol of each leg, from the broker's listing; one that is absent is not listed.</summary>
    public IReadOnlyDictionary<string, ContractTerms>? Terms { get; init; }

    /// <summary>What the account's rules say now; empty if all are off.</summary>
    public IReadOnlyList<AccountFinding>? AccountFindings { get; init; }

    public LossRun? LossRun { get; init; }

    /// <summary>The limit that its owner approved, USD per share, signed as the offer's: no worse one is sent. Null if nobody was asked.</summary>
    public decimal? ApprovedPrice { get; init; }

    public DateTimeOffset Now => Moment.Now;

    /// <summary>Other entries that hold a place in every count and limit: those that nobody need approve any more. None if they were not read.</summary>
    public IEnumerable<PositionEntry> OthersThan(Recommendation recommendation) =>
        (Entries ?? []).Where(entry => entry.Id != recommendation.Id && entry.Status == EntryStatus.Working);

    /// <summary>The same facts without entries that came after this one and were not sent yet.</summary>
    public EntryFacts WithoutLater(Recommendation recommendation)
    {
        var own = Entries?.FirstOrDefault(entry => entry.Id == recommendation.Id);
        return own is null ? this : this with { Entries = [.. Entries!.Where(entry => entry.Attempt is not null || Order(entry, own) <= 0)] };
    }

    /// <summary>Other entries that count for the day: those, and all that were sent.</summary>
    public IEnumerable<PositionEntry> OfTheDay(Recommendation recommendation) =>
        (Entries ?? []).Where(entry => entry.Id != recommendation.Id && (entry.Status == EntryStatus.Working || entry.Attempt is not null));

    private static int Order(PositionEntry entry, PositionEntry other) => entry.ReceivedAt.CompareTo(other.ReceivedAt) is var order and not 0
        ? order
        : string.CompareOrdinal(entry.Id, other.Id);
}
