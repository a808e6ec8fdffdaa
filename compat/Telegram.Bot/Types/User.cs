using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A user or bot.</summary>
public class User
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsBot { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string FirstName { get; set; } = default!;

    public string? LastName { get; set; }

    /// <summary>Without the @; null if the user has none.</summary>
    public string? Username { get; set; }

    public override string ToString() =>
        Username is null ? $"{FirstName} {LastName}".TrimEnd() + $" ({Id})" : $"@{Username} ({Id})";
}
