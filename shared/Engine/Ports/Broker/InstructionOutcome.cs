namespace ExitDesk.Engine.Ports.Broker;

/// <summary>What became of an instruction about a position that is no order.</summary>
public abstract record InstructionOutcome
{
    private InstructionOutcome()
    {
    }

    /// <summary>The broker has it.</summary>
    public sealed record Accepted : InstructionOutcome;

    /// <summary>The broker refused: nothing happened. The text is for people.</summary>
    /// <param name="HttpStatus">For instance 403.</param>
    /// <param name="Code">Alpaca's numeric code; null if the body had none.</param>
    /// <param name="Message">The broker's words.</param>
    public sealed record Refused(int HttpStatus, int? Code, string Message) : InstructionOutcome;

    /// <summary>Too many calls: the broker did not look at it.</summary>
    /// <param name="RetryAfter">How long to wait; null if the broker did not say.</param>
    public sealed record RateLimited(TimeSpan? RetryAfter) : InstructionOutcome;

    /// <summary>No answer that tells. It may hold; giving it twice does no harm.</summary>
    public sealed record Unknown(string Why) : InstructionOutcome;
}
