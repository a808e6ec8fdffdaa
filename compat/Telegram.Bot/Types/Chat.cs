using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A chat: positive ids are users, negative ones groups and channels.</summary>
public class Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatType Type { get; set; }

    /// <summary>Of groups and channels; null for users.</summary>
    public string? Title { get; set; }

    public string? Username { get; set; }

    public string? FirstName { get; set; }
}
