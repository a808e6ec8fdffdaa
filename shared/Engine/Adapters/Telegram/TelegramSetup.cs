using ExitDesk.Engine.Market;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ExitDesk.Engine.Adapters.Telegram;

/// <summary>Tells Telegram where to deliver and which commands to offer, reads that back, or takes it away. Never shows the bot token.</summary>
/// <param name="bot">The client.</param>
/// <param name="token">The bot token, to keep it out of every text.</param>
public sealed class TelegramSetup(ITelegramBotClient bot, string token)
{
    private static readonly UpdateType[] Kinds = [UpdateType.Message, UpdateType.CallbackQuery];

    /// <summary>Sets webhook and commands.</summary>
    /// <param name="webhook">Where the function app listens.</param>
    /// <param name="secret">What Telegram is to echo.</param>
    /// <param name="commands">Names without their slash, with what they do.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public Task<SetupOutcome> SetAsync(
        Uri webhook, string secret, IReadOnlyList<(string Name, string What)> commands, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var me = await bot.GetMe(cancellationToken).ConfigureAwait(false);
        await bot.SetWebhook(webhook.OriginalString, allowedUpdates: Kinds, dropPendingUpdates: true, secretToken: secret, cancellationToken: cancellationToken).ConfigureAwait(false);
        await bot.SetMyCommands(commands.Select(static command => new BotCommand(command.Name, command.What)), cancellationToken: cancellationToken).ConfigureAwait(false);
        return
        [
            $"Bot @{me.Username} delivers messages and presses to {webhook.OriginalString}, with the secret of TELEGRAM_WEBHOOK_SECRET.",
            "What was typed and pressed before is forgotten.",
            $"Its menu offers {commands.Count} commands.",
            "Write /help to it; the answer comes through the running function app.",
        ];
    });

    /// <summary>Reads webhook and commands.</summary>
    public Task<SetupOutcome> ShowAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var me = await bot.GetMe(cancellationToken).ConfigureAwait(false);
        var webhook = await bot.GetWebhookInfo(cancellationToken).ConfigureAwait(false);
        var commands = await bot.GetMyCommands(cancellationToken: cancellationToken).ConfigureAwait(false);
        return
        [
            $"Bot @{me.Username}",
            string.IsNullOrEmpty(webhook.Url) ? "No webhook is set: nothing you write arrives. Set it with: telegram setup ADDRESS" : $"Webhook {webhook.Url}",
            $"Waiting updates {webhook.PendingUpdateCount}",
            .. webhook.LastErrorDate is { } at ? (string[])[$"Last delivery that failed: {NewYork.ShortClock(At(at), DateTimeOffset.MinValue)}, {webhook.LastErrorMessage}"] : [],
            $"Delivers {(webhook.AllowedUpdates is { Length: > 0 } kinds ? string.Join(", ", kinds) : "every kind of update")}",
            $"Its menu offers {commands.Length} commands.",
        ];
    });

    /// <summary>Takes the webhook away; the commands stay in the menu of whoever has seen them until Telegram forgets them too.</summary>
    public Task<SetupOutcome> RemoveAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await bot.DeleteWebhook(cancellationToken: cancellationToken).ConfigureAwait(false);
        await bot.SetMyCommands([], cancellationToken: cancellationToken).ConfigureAwait(false);
        return ["The webhook is removed and the menu is empty: nothing you write arrives. Set it again with: telegram setup ADDRESS"];
    });

    private async Task<SetupOutcome> TryAsync(Func<Task<IReadOnlyList<string>>> work)
    {
        try
        {
            return new SetupOutcome.Done(await work().ConfigureAwait(false));
        }
        catch (ApiRequestException problem)
        {
            return new SetupOutcome.Failed(Shown($"Telegram refused: {problem.Message}"), WhatToDo(problem));
        }
        catch (RequestException problem)
        {
            return new SetupOutcome.Failed(Shown($"Telegram did not answer: {problem.Message}"), "Check your connection and TELEGRAM_API_URL, and try again: it does no harm twice.");
        }
    }

    private static string WhatToDo(ApiRequestException problem) => problem.ErrorCode switch
    {
        401 or 404 => "Telegram does not know the bot: take TELEGRAM_BOT_TOKEN from BotFather again.",
        429 => $"Too many calls: try again in {problem.Parameters?.RetryAfter ?? 1} s.",
        409 => "Something else fetches this bot's updates: stop it first.",
        >= 500 => "Telegram has trouble: try again later.",
        _ => "Give the https address of the function app, for instance https://NAME.azurewebsites.net/api/telegram, and check TELEGRAM_WEBHOOK_SECRET.",
    };

    private string Shown(string text) => text.Replace(token, "(the bot token)", StringComparison.Ordinal);

    private static DateTimeOffset At(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
