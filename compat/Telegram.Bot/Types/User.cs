using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A user or bot.</summary>
public class User
{
    [JsonRequired]
    public long Id { get; set; }

    [JsonRequired]
    public bool IsBot { get; set; }

    [JsonRequired]
    public required string FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>Without the @; null if the user has none.</summary>
    public string? Username { get; set; }

    public override string ToString() =>
        Username is null ? $"{FirstName} {LastName}".TrimEnd() + $" ({Id})" : $"@{Username} ({Id})";
}
