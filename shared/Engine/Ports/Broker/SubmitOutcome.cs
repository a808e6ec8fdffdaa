using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Ports.Broker;

/// <summary>What became of a call that changes something at the broker.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>The broker has the order.</summary>
    public sealed record Accepted(Order Order) : SubmitOutcome;

    /// <summary>The broker refused: nothing happened. The text is for people; decisions come from reading again.</summary>
    /// <param name="HttpStatus">For instance 403.</param>
    /// <param name="Code">Alpaca's numeric code, for instance 40310000; null if the body had none.</param>
    /// <param name="Message">The broker's words.</param>
    public sealed record Refused(int HttpStatus, int? Code, string Message) : SubmitOutcome;

    /// <summary>Too many calls: the broker did not look at it.</summary>
    /// <param name="RetryAfter">How long to wait; null if the broker did not say.</param>
    public sealed record RateLimited(TimeSpan? RetryAfter) : SubmitOutcome;

    /// <summary>No answer that tells: timeout, reset, 5xx, or a body that cannot be read. It may be live.</summary>
    public sealed record Unknown(string Why) : SubmitOutcome;
}
