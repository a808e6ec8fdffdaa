using System.Globalization;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A chat by number or by <c>@username</c>.</summary>
[JsonConverter(typeof(ChatIdConverter))]
public class ChatId
{
    public ChatId(long identifier) => Identifier = identifier;

    /// <exception cref="ArgumentException">Neither a number nor a name that starts with @.</exception>
    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username.Length > 1 && username.StartsWith('@'))
        {
            Username = username;
        }
        else if (long.TryParse(username, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var identifier))
        {
            Identifier = identifier;
        }
        else
        {
            throw new ArgumentException("Username value should be Identifier or Username that starts with @", nameof(username));
        }
    }

    public long? Identifier { get; }

    public string? Username { get; }

    public static implicit operator ChatId(long identifier) => new(identifier);

    public static implicit operator ChatId(string username) => new(username);

    public override string ToString() => Username ?? Identifier?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
