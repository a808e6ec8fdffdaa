namespace ExitDesk.TestKit.Desk;

/// <summary>What an <see cref="InMemoryBroker"/> does with one close or order.</summary>
public abstract record CloseScript
{
    private CloseScript()
    {
    }

    /// <summary>Takes it and fills it at once.</summary>
    public sealed record Fill : CloseScript;

    /// <summary>Takes it and leaves it working.</summary>
    public sealed record Work : CloseScript;

    /// <summary>Takes it, leaves it working, and the answer is lost on the way.</summary>
    public sealed record WorkUntold : CloseScript;

    /// <summary>Takes it and rejects it later, as a broker does after its own checks.</summary>
    public sealed record RejectLater : CloseScript;

    /// <summary>Takes it, fills it, and the answer is lost on the way.</summary>
    public sealed record FillUntold : CloseScript;

    /// <summary>The request is lost on the way.</summary>
    public sealed record LoseRequest : CloseScript;

    /// <summary>Refuses.</summary>
    public sealed record Refuse(int HttpStatus, int? Code, string Message) : CloseScript;

    /// <summary>Has had too many calls.</summary>
    public sealed record LimitRate(TimeSpan? RetryAfter) : CloseScript;
}
