using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Serialization;

/// <summary>Parse modes in the spelling of the Bot API's documentation, which is not snake case.</summary>
internal sealed class ParseModeConverter : JsonConverter<ParseMode>
{
    public override ParseMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        string.Equals(reader.GetString(), "HTML", StringComparison.OrdinalIgnoreCase) ? ParseMode.Html : ParseMode.None;

    public override void Write(Utf8JsonWriter writer, ParseMode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == ParseMode.Html ? "HTML" : string.Empty);
}
