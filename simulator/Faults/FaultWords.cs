namespace ExitDesk.Simulator.Faults;

/// <summary>Faults in words, for whoever chooses among them.</summary>
public static class FaultWords
{
    /// <summary>One line, without a full stop.</summary>
    public static string Of(Fault fault) => fault switch
    {
        Fault.GatewayTimeoutAfterAccept => "a mutating broker call takes effect, then answers 504",
        Fault.GatewayTimeoutBeforeAccept => "a mutating broker call answers 504 without effect",
        Fault.ResetAfterAccept => "a mutating broker call takes effect, then the connection is reset",
        Fault.ResetBeforeAccept => "the connection is reset before a mutating broker call takes effect",
        Fault.Hang => "a broker call is answered after 30 seconds of silence",
        Fault.RateLimited => "429 with X-RateLimit headers",
        Fault.RateLimitedWithoutHeaders => "429 without any header",
        Fault.ReadFails => "a broker read answers 500",
        Fault.EmptyPositions => "the position list is empty once although positions are held",
        Fault.TruncatedJson => "a broker read answers 200 with a body cut in the middle",
        Fault.UnknownStatus => "an order carries a status text that no client has heard of",
        Fault.AsynchronousRejection => "an order is accepted and rejected a moment later",
        Fault.PartialFills => "orders fill in several parts",
        Fault.FillDuringCancel => "a cancelled order fills before the cancel takes effect",
        Fault.PendingCancel => "a cancel stays pending for five minutes",
        Fault.Liquidation => "the broker liquidates a leg by itself",
        Fault.OwnerCloses => "the owner closes a position, or by the seed a part of it, elsewhere",
        Fault.OwnerRestingOrder => "the owner has a resting order that holds a position's quantity",
        Fault.ClockFails => "the broker's clock endpoint answers 500",
        Fault.Halted => "a contract has no quotes for some minutes",
        Fault.Crossed => "a contract's quote is crossed",
        Fault.ZeroBid => "a contract's bid is zero",
        Fault.Wide => "a contract's spread is very wide",
        Fault.WildPrint => "the first quote after the open is far from any truth",
        Fault.QueueDuplicate => "a queue delivers a message twice",
        Fault.QueueReorder => "a queue delivers messages out of order",
        Fault.QueueDelay => "a queue delivers a message a minute late",
        Fault.QueueDrop => "a queue loses a message it accepted",
        Fault.TelegramRepeat => "Telegram delivers an update twice",
        Fault.TelegramRateLimited => "Telegram answers 429 with retry_after",
        Fault.TelegramBlocked => "Telegram answers 403: the owner blocked the bot",
        Fault.Kill => "the function app is killed in the middle of a close and started again",
        Fault.EarlyAssignment => "a short option in the money is assigned in the evening, early",
        Fault.StorageConflict => "the storage answers 412 to a commit although nobody was faster",
        Fault.StorageBusy => "the storage answers 409 to a commit: its table is busy",
        Fault.StorageUnavailable => "the storage answers 503 to some calls in a row",
        Fault.StorageTimeoutAfterCommit => "the storage writes a commit, and the connection is reset before its answer",
        Fault.StorageDown => "the storage's process stops for a minute or so, more than once, in the middle of closings among other times",
        Fault.LedgerLost => "the ledger is lost while nothing is being closed, and begun anew",
        Fault.TwoInstances => "two function apps guard the one account",
        Fault.TelegramLate => "Telegram does what it is asked for, and answers late",
        Fault.SplitAdjustedRoot => "a held contract has a root that a split adjusted",
    };
}
