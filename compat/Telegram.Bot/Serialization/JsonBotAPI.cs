using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telegram.Bot;

/// <summary>How Bot API objects are written and read; also for bodies that a webhook receives.</summary>
public static class JsonBotAPI
{
    public static JsonSerializerOptions Options { get; } = Configured();

    /// <summary>Snake case, and nothing written for null, false and 0.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
    }

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        return options;
    }
}
