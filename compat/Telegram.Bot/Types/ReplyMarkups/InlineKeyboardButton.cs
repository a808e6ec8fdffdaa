using System.Diagnostics.CodeAnalysis;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button under a message.</summary>
public class InlineKeyboardButton
{
    public InlineKeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text) => Text = text;

    public required string Text { get; set; }

    /// <summary>Sent back when the button is pressed: 1 to 64 bytes of UTF-8.</summary>
    public string? CallbackData { get; set; }

    /// <summary>Opened when the button is pressed.</summary>
    public string? Url { get; set; }

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) =>
        new(text) { CallbackData = callbackData };

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };
}
