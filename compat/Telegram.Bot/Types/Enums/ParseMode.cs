using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types.Enums;

/// <summary>How markup in a text is read.</summary>
[JsonConverter(typeof(ParseModeConverter))]
public enum ParseMode
{
    /// <summary>Plain text.</summary>
    None = 0,

    /// <summary>Telegram's subset of HTML.</summary>
    Html = 2,
}
