using System.Collections.Frozen;

namespace ExitDesk.Domain.Entries;

/// <summary>What entries may do. No exit ever reads any of it. Money in USD; null switches a limit off where it says so.</summary>
public sealed record EntrySettings
{
    public static EntrySettings Default { get; } = new();

    /// <summary>Actions that may open something; empty stops every entry.</summary>
    public IReadOnlyList<EntryAction> AllowedActions { get; init; } = [EntryAction.BuyCall, EntryAction.BuyPut];

    /// <summary>Whether an action is sent by itself; those that are not named here are asked for.</summary>
    public IReadOnlyDictionary<EntryAction, EntryApproval> Approvals { get; init; } = FrozenDictionary<EntryAction, EntryApproval>.Empty;

    /// <summary>How long <see cref="EntryApproval.AskThenLapse"/> waits for an answer; above 0.</summary>
    public TimeSpan ApprovalPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>New York time from which nothing new is opened, and what still works is cancelled.</summary>
    public TimeOnly LastEntry { get; init; } = new(15, 30);

    /// <summary>The same as a distance from the session's close, whichever comes first: it moves with early closes. 1 minute or more.</summary>
    public TimeSpan LastEntryBeforeClose { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after the open the first entry may be sent; 1 minute or more: the first prices are wild.</summary>
    public TimeSpan FirstEntryAfterOpen { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Contracts, or units of a vertical, of one entry; above 0.</summary>
    public int MaximumContracts { get; init; } = 10;

    /// <summary>Shares of one entry; above 0.</summary>
    public int MaximumShares { get; init; } = 100;

    /// <summary>Live positions of the account, entries on their way among them; 0 or more.</summary>
    public int MaximumOpenPositions { get; init; } = 10;

    /// <summary>The same in one underlying; 0 or more.</summary>
    public int MaximumPerSymbol { get; init; } = 2;

    /// <summary>The same of one strategy; 0 or more. Untagged entries count as one strategy.</summary>
    public int MaximumPerStrategy { get; init; } = 5;

    /// <summary>Entries of one New York day that were sent, whatever became of them; 0 or more.</summary>
    public int MaximumPerDay { get; init; } = 5;

    /// <summary>Entries that may wait or be under way at the same time; 1 or more. Whoever sends one more is refused at the door.</summary>
    public int MaximumPending { get; init; } = 20;

    /// <summary>USD that one entry may lose at most; above 0; null for no limit.</summary>
    public decimal? MaximumRiskPerTrade { get; init; } = 1_000;

    /// <summary>USD that all entries of one New York day may lose at most; above 0; null for no limit.</summary>
    public decimal? MaximumRiskPerDay { get; init; } = 3_000;

    /// <summary>New York calendar days to expiration that an option must have at least; 0 or more.</summary>
    public int MinimumDaysToExpiration { get; init; } = 2;

    /// <summary>The most that it may have; at least the minimum.</summary>
    public int MaximumDaysToExpiration { get; init; } = 90;

    /// <summary>A spread is too wide to enter above both this, USD per share, …</summary>
    public decimal MaximumSpread { get; init; } = 0.10m;

    /// <summary>… and this fraction of the mid; above 0, at most 1.</summary>
    public decimal MaximumSpreadShareOfMid { get; init; } = 0.10m;

    /// <summary>USD per share that a limit may be beyond the mid, whatever the recommendation says; 0 or more.</summary>
    public decimal MaximumSlippage { get; init; } = 0.10m;

    /// <summary>How many losses in a row start the cooldown; 0 switches it off.</summary>
    public int CooldownLosses { get; init; } = 3;

    /// <summary>How long nothing is opened after the last of them; above 0.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromHours(24);

    /// <summary>True lets shares be sold short; beside a risk limit that is refused anyway, because the loss has no bound.</summary>
    public bool AllowsShortStock { get; init; }

    public EntryApproval ApprovalOf(EntryAction action) => Approvals.GetValueOrDefault(action, EntryApproval.Ask);
}
