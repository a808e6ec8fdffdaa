using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What stands under a message.</summary>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
public abstract class ReplyMarkup
{
    public static implicit operator ReplyMarkup(InlineKeyboardButton[] buttonsRow) => new InlineKeyboardMarkup(buttonsRow);

    public static implicit operator ReplyMarkup(InlineKeyboardButton[][] buttonRows) => new InlineKeyboardMarkup(buttonRows);
}
