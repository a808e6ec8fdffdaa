namespace Telegram.Bot.Types;

/// <summary>Why a request failed, for a program.</summary>
public class ResponseParameters
{
    /// <summary>The group became a supergroup with this id; null otherwise.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Whole seconds to wait before the request may be sent again; null if not rate limited.</summary>
    public int? RetryAfter { get; set; }
}
