namespace ExitDesk.Domain.Closing;

/// <summary>What one close that was sent says of the broker.</summary>
public enum BreakerVerdict
{
    /// <summary>Nothing: told to slow down, a refusal that reading explains or has not judged yet, or an order of which only its acceptance is known.</summary>
    Nothing,

    /// <summary>The broker took it, and it stands in the market or filled: what is only accepted may be rejected a moment later.</summary>
    Taken,

    /// <summary>The broker refused it, and reading does not explain why. It answers, so this reopens nothing.</summary>
    Refused,

    /// <summary>No answer that tells: a timeout, a reset, a 5xx.</summary>
    Unanswered,
}
