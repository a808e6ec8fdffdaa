namespace ExitDesk.Engine.Ports.Desk;

/// <summary>What became of a message to the owner.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>It is there, or was there already.</summary>
    /// <param name="MessageId">The chat's id of the message; null where there is none.</param>
    public sealed record Delivered(int? MessageId) : DeliveryOutcome;

    /// <summary>Too many messages: come again.</summary>
    public sealed record RateLimited(TimeSpan RetryAfter) : DeliveryOutcome;

    /// <summary>It will never arrive: the bot is blocked, the chat is gone, the message cannot be changed.</summary>
    public sealed record Refused(string Why) : DeliveryOutcome;

    /// <summary>No answer that tells; sending again may show it twice.</summary>
    public sealed record Unknown(string Why) : DeliveryOutcome;
}
