namespace ExitDesk.Domain.Closing;

/// <summary>What became of one attempt to submit a closing order.</summary>
public enum AttemptOutcome
{
    /// <summary>The intent is written; the broker may or may not have heard of it.</summary>
    Pending,

    /// <summary>The broker has the order.</summary>
    Accepted,

    /// <summary>The broker refused it: there is no order.</summary>
    Refused,

    /// <summary>The broker took too many calls and did not look at it: there is no order, and no failure.</summary>
    RateLimited,

    /// <summary>The call ended without an answer that tells: the order may be live.</summary>
    Unknown,

    /// <summary>Unknown at first; two looks by our own id found no order: the same order may be sent again under the same id.</summary>
    Unheard,

    /// <summary>Unknown at first; looks found no order.</summary>
    NotAccepted,
}
