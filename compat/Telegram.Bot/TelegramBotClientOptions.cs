using System.Globalization;

namespace Telegram.Bot;

/// <summary>Where a <see cref="TelegramBotClient"/> sends its requests and how it meets rate limits.</summary>
public class TelegramBotClientOptions
{
    /// <param name="token">Bot token, <c>{bot id}:{secret}</c>.</param>
    /// <param name="baseUrl">Address of another Bot API server; only scheme, host and port are used. Null: Telegram's own.</param>
    /// <exception cref="ArgumentException">The token has no bot id, or the address is not absolute. Never quotes the token.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 16 || !long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw new ArgumentException("The bot token must look like 1234567:AbC-dEf (the value is not shown).", nameof(token));
        }

        Token = token;
        BotId = id;
        BaseUrl = baseUrl;
        var server = baseUrl is null ? "https://api.telegram.org" : Origin(baseUrl);
        BaseRequestUrl = $"{server}/bot{token}";
    }

    public string Token { get; }

    public string? BaseUrl { get; }

    public long BotId { get; }

    /// <summary>A 429 that asks for at most this many seconds is waited out and sent again; 0 hands every 429 to the caller.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>Requests in all that one call may cost when 429s are waited out.</summary>
    public int RetryCount { get; set; } = 3;

    /// <summary>Server and bot token: a secret.</summary>
    internal string BaseRequestUrl { get; }

    private static string Origin(string baseUrl) =>
        Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) && !string.IsNullOrEmpty(uri.Authority)
            ? $"{uri.Scheme}://{uri.Authority}"
            : throw new ArgumentException($"'{baseUrl}' is not an absolute address such as http://localhost:8081.", nameof(baseUrl));
}
