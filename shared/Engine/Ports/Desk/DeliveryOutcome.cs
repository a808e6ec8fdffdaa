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

    /// <summary>Nothing arrives in this chat for now: the bot is blocked or thrown out, or the chat is not known. Keep it, and say so elsewhere.</summary>
    public sealed record Blocked(string Why) : DeliveryOutcome;

    /// <summary>Nothing was shown: the chat has another id now. Sent again it goes there once the address is changed.</summary>
    public sealed record Moved(long ChatId) : DeliveryOutcome;

    /// <summary>It will never arrive: the message is gone, too old, or not as Telegram wants it.</summary>
    public sealed record Refused(string Why) : DeliveryOutcome;

    /// <summary>No answer that tells; sending again may show it twice.</summary>
    public sealed record Unknown(string Why) : DeliveryOutcome;
}
