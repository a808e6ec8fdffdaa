namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>What became of something that arrived at the webhook.</summary>
public enum InboxOutcome
{
    /// <summary>In the ledger and on its way to the queue.</summary>
    Accepted,

    /// <summary>Had arrived before.</summary>
    Repeated,

    /// <summary>Not from the owner, or not readable: dropped without an echo.</summary>
    Dropped,

    /// <summary>From the owner, but the storage did not take it: Telegram must deliver it again.</summary>
    TryAgain,
}
