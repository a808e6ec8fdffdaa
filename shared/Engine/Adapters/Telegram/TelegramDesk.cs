using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Telling;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ExitDesk.Engine.Adapters.Telegram;

/// <summary>The owner's chat over the Bot API.</summary>
/// <remarks>Limits and error texts: core.telegram.org/bots/api and /bots/faq, read 2026-11.</remarks>
public sealed class TelegramDesk(ITelegramBotClient bot, ChatAddress chat, ChatPace pace) : IOperatorDesk
{
    private const int ShortestPause = 1;

    public Task<DeliveryOutcome> SendAsync(Card card, CancellationToken cancellationToken) => AtItsPaceAsync(
        card,
        async (text, mode) => (await bot.SendMessage(
            chat.Current, text, parseMode: mode, replyMarkup: Keyboard(card), disableNotification: card.IsSilent, cancellationToken: cancellationToken).ConfigureAwait(false)).Id,
        cancellationToken);

    public Task<DeliveryOutcome> EditAsync(int messageId, Card card, CancellationToken cancellationToken) => AtItsPaceAsync(
        card,
        async (text, mode) => (await bot.EditMessageText(
            chat.Current, messageId, text, parseMode: mode, replyMarkup: Keyboard(card), cancellationToken: cancellationToken).ConfigureAwait(false)).Id,
        cancellationToken);

    public Task<DeliveryOutcome> AnswerPressAsync(string callbackId, string text, CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            await bot.AnswerCallbackQuery(callbackId, text.Length == 0 ? null : text, cancellationToken: cancellationToken).ConfigureAwait(false);
            return null;
        },
        cancellationToken);

    // What Telegram would refuse, or take away from what comes after it, is not even sent; edits count.
    private async Task<DeliveryOutcome> AtItsPaceAsync(
        Card card, Func<string, ParseMode, Task<int>> call, CancellationToken cancellationToken)
    {
        var wait = pace.Take(chat.Current);
        return wait > TimeSpan.Zero
            ? new DeliveryOutcome.RateLimited(wait)
            : await WithPlainFallbackAsync(card, call, cancellationToken).ConfigureAwait(false);
    }

    // A card that Telegram cannot parse is our mistake, but its words must arrive all the same.
    private static async Task<DeliveryOutcome> WithPlainFallbackAsync(
        Card card, Func<string, ParseMode, Task<int>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(async () => await call(card.Html, ParseMode.Html).ConfigureAwait(false), cancellationToken, unparsable: true).ConfigureAwait(false);
        }
        catch (UnparsableCardException)
        {
            return await CallAsync(async () => await call(PlainText.Of(card.Html), ParseMode.None).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<DeliveryOutcome> CallAsync(Func<Task<int?>> call, CancellationToken cancellationToken, bool unparsable = false)
    {
        try
        {
            return new DeliveryOutcome.Delivered(await call().ConfigureAwait(false));
        }
        catch (ApiRequestException problem) when (unparsable && Says(problem, "can't parse entities"))
        {
            throw new UnparsableCardException();
        }
        catch (ApiRequestException problem)
        {
            return OutcomeOf(problem);
        }
        catch (RequestException problem)
        {
            return new DeliveryOutcome.Unknown(problem.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Unknown("Telegram did not answer in time");
        }
    }

    private static DeliveryOutcome OutcomeOf(ApiRequestException problem) => problem switch
    {
        _ when Says(problem, "message is not modified") || Says(problem, "query is too old") => new DeliveryOutcome.Delivered(null),
        { ErrorCode: 429 } => new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(problem.Parameters?.RetryAfter ?? ShortestPause)),
        // A wrong token is a mistake in the settings: nothing is lost over it.
        { ErrorCode: 401 or 404 } => new DeliveryOutcome.Unknown($"Telegram does not know the bot: check TELEGRAM_BOT_TOKEN ({problem.Message})"),
        { ErrorCode: >= 500 } => new DeliveryOutcome.Unknown(problem.Message),
        { Parameters.MigrateToChatId: { } moved } => new DeliveryOutcome.Moved(moved),
        { ErrorCode: 403 } => new DeliveryOutcome.Blocked(problem.Message),
        _ when Says(problem, "chat not found") => new DeliveryOutcome.Blocked($"{problem.Message}: write to the bot once, or check TELEGRAM_CHAT_ID"),
        _ => new DeliveryOutcome.Refused(problem.Message),
    };

    private static bool Says(ApiRequestException problem, string words) => problem.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static InlineKeyboardMarkup? Keyboard(Card card) => card.Buttons.Count == 0
        ? null
        : new InlineKeyboardMarkup(card.Buttons.Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(button.Label, button.Data))));
}
