namespace ExitDesk.Simulator.Faults;

/// <summary>What can go wrong on purpose. On the command line in kebab case: <c>--faults gateway-timeout-after-accept</c>.</summary>
public enum Fault
{
    /// <summary>A mutating broker call takes effect, then answers 504.</summary>
    GatewayTimeoutAfterAccept,

    /// <summary>A mutating broker call answers 504 without effect.</summary>
    GatewayTimeoutBeforeAccept,

    /// <summary>A mutating broker call takes effect, then the connection is reset.</summary>
    ResetAfterAccept,

    /// <summary>The connection is reset before a mutating broker call takes effect.</summary>
    ResetBeforeAccept,

    /// <summary>A broker call is answered after 30 seconds of silence.</summary>
    Hang,

    /// <summary>429 with X-RateLimit headers.</summary>
    RateLimited,

    /// <summary>429 without any header.</summary>
    RateLimitedWithoutHeaders,

    /// <summary>A broker read answers 500.</summary>
    ReadFails,

    /// <summary>The position list is empty once although positions are held.</summary>
    EmptyPositions,

    /// <summary>A broker read answers 200 with a body cut in the middle.</summary>
    TruncatedJson,

    /// <summary>An order carries a status text that no client has heard of.</summary>
    UnknownStatus,

    /// <summary>An order is accepted and rejected a moment later.</summary>
    AsynchronousRejection,

    /// <summary>Orders fill in several parts.</summary>
    PartialFills,

    /// <summary>A cancelled order fills before the cancel takes effect.</summary>
    FillDuringCancel,

    /// <summary>A cancel stays pending for five minutes.</summary>
    PendingCancel,

    /// <summary>The broker liquidates a leg by itself.</summary>
    Liquidation,

    /// <summary>The owner closes a position, or by the seed a part of it, elsewhere.</summary>
    OwnerCloses,

    /// <summary>The owner has a resting order that holds a position's quantity.</summary>
    OwnerRestingOrder,

    /// <summary>The broker's clock endpoint answers 500.</summary>
    ClockFails,

    /// <summary>A contract has no quotes for some minutes.</summary>
    Halted,

    /// <summary>A contract's quote is crossed.</summary>
    Crossed,

    /// <summary>A contract's bid is zero.</summary>
    ZeroBid,

    /// <summary>A contract's spread is very wide.</summary>
    Wide,

    /// <summary>The first quote after the open is far from any truth.</summary>
    WildPrint,

    /// <summary>A queue delivers a message twice.</summary>
    QueueDuplicate,

    /// <summary>A queue delivers messages out of order.</summary>
    QueueReorder,

    /// <summary>A queue delivers a message a minute late.</summary>
    QueueDelay,

    /// <summary>A queue loses a message it accepted.</summary>
    QueueDrop,

    /// <summary>Telegram delivers an update twice.</summary>
    TelegramRepeat,

    /// <summary>Telegram answers 429 with retry_after.</summary>
    TelegramRateLimited,

    /// <summary>Telegram answers 403: the owner blocked the bot.</summary>
    TelegramBlocked,

    /// <summary>The function app is killed in the middle of a close and started again.</summary>
    Kill,

    /// <summary>A short option in the money is assigned in the evening, early.</summary>
    EarlyAssignment,

    /// <summary>The storage answers 412 to a commit although nobody was faster.</summary>
    StorageConflict,

    /// <summary>The storage answers 409 to a commit: its table is busy.</summary>
    StorageBusy,

    /// <summary>The storage answers 503 to some calls in a row.</summary>
    StorageUnavailable,

    /// <summary>The storage writes a commit, and the connection is reset before its answer.</summary>
    StorageTimeoutAfterCommit,

    /// <summary>The storage's process stops for a minute or so, more than once, in the middle of closings among other times.</summary>
    StorageDown,

    /// <summary>The ledger is lost while nothing is being closed, and begun anew.</summary>
    LedgerLost,

    /// <summary>Two function apps guard the one account.</summary>
    TwoInstances,

    /// <summary>Telegram does what it is asked for, and answers late.</summary>
    TelegramLate,

    /// <summary>A held contract has a root that a split adjusted.</summary>
    SplitAdjustedRoot,
}
