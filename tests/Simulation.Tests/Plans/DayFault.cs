namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>What can go wrong in a simulated day, by name: the whole list of the closing protocol's design.</summary>
internal enum DayFault
{
    /// <summary>A change at the broker takes effect, at once or within 9 s, but answers 504.</summary>
    GatewayTimeoutAfterAccept,

    /// <summary>A change at the broker answers 504 without effect.</summary>
    GatewayTimeoutBeforeAccept,

    /// <summary>A change at the broker takes effect, at once or within 9 s, but the connection is reset.</summary>
    ResetAfterAccept,

    /// <summary>The connection is reset before a change reaches the broker.</summary>
    ResetBeforeAccept,

    /// <summary>A broker call hangs for 30 s: its sender gives up after 10 s; a change takes effect before that, or never.</summary>
    Hang,

    /// <summary>429 that says how long to wait.</summary>
    RateLimited,

    /// <summary>429 without any header.</summary>
    RateLimitedWithoutHeaders,

    /// <summary>A broker read answers 500.</summary>
    ReadFails,

    /// <summary>The position list is empty once although positions are held.</summary>
    EmptyPositions,

    /// <summary>A broker read, or the answer to a change, is cut in the middle.</summary>
    TruncatedJson,

    /// <summary>Orders carry a status text that nobody has heard of.</summary>
    UnknownStatus,

    /// <summary>An order is accepted and rejected a moment later.</summary>
    AsynchronousRejection,

    /// <summary>Orders fill in parts.</summary>
    PartialFills,

    /// <summary>A cancelled order fills before the cancel takes effect.</summary>
    FillDuringCancel,

    /// <summary>A cancel stays pending for five minutes.</summary>
    PendingCancel,

    /// <summary>The broker liquidates one leg.</summary>
    LegLiquidation,

    /// <summary>Short options are assigned over night.</summary>
    OvernightAssignment,

    /// <summary>Contracts expire.</summary>
    Expiry,

    /// <summary>A held contract has a root that a split adjusted.</summary>
    SplitAdjustedRoot,

    /// <summary>The owner closes a position, or a part of it, elsewhere.</summary>
    OwnerCloses,

    /// <summary>The owner has a resting order on a held contract.</summary>
    OwnerRestingOrder,

    /// <summary>A symbol is halted: no quotes.</summary>
    HaltedSymbol,

    /// <summary>A quote is crossed.</summary>
    CrossedQuote,

    /// <summary>Nobody bids.</summary>
    ZeroBid,

    /// <summary>A spread is very wide.</summary>
    WideQuote,

    /// <summary>The first prints after the open are far from any truth.</summary>
    WildPrint,

    /// <summary>The broker's clock cannot be read.</summary>
    ClockFails,

    /// <summary>The queue delivers a message twice.</summary>
    QueueDuplicate,

    /// <summary>The queue delivers messages out of order.</summary>
    QueueReorder,

    /// <summary>The queue delivers a message a minute late.</summary>
    QueueDelay,

    /// <summary>The queue loses a message that it took.</summary>
    QueueDrop,

    /// <summary>412: a commit conflicts although nobody was faster.</summary>
    StorageConflict,

    /// <summary>409: the storage is busy with the rows.</summary>
    StorageBusy,

    /// <summary>503: the storage does not answer reads or writes for a while.</summary>
    StorageUnavailable,

    /// <summary>A commit is written, and its answer lost.</summary>
    StorageTimeoutAfterCommit,

    /// <summary>The ledger is lost, and begun anew.</summary>
    LedgerLost,

    /// <summary>The process is killed between any two effects, and started again later.</summary>
    Kill,

    /// <summary>Two instances work at once.</summary>
    TwoInstances,

    /// <summary>Telegram delivers an update twice.</summary>
    TelegramRepeat,

    /// <summary>Telegram answers late, or not at all.</summary>
    TelegramLate,

    /// <summary>Telegram answers 429.</summary>
    TelegramRateLimited,

    /// <summary>The owner blocked the bot.</summary>
    TelegramBlocked,
}
