using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Types;

/// <summary>A message in a chat.</summary>
public class Message
{
    /// <summary>Unique within its chat.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonPropertyName("message_id")]
    public int Id { get; set; }

    [JsonIgnore]
    public int MessageId => Id;

    /// <summary>Null for posts of a channel.</summary>
    public User? From { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Chat Chat { get; set; } = default!;

    /// <summary>UTC; <c>default</c> for a message that is no longer accessible.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime Date { get; set; }

    /// <summary>UTC; null if never edited.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? EditDate { get; set; }

    /// <summary>Without markup; null for anything but text messages.</summary>
    public string? Text { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}
