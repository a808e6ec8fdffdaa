using ExitDesk.Engine.Adapters.Telegram;
using ExitDesk.Engine.Composition;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Extensions.Configuration;

namespace ExitDesk.Functions.Operator;

/// <summary><c>dotnet run --project functions -- telegram setup|status|remove</c>: connects the bot with the function app.</summary>
internal static class TelegramCommand
{
    /// <summary>The first argument that means this command.</summary>
    public const string Name = "telegram";

    private const int Done = 0;
    private const int WrongSettings = 1;
    private const int WrongWords = 2;
    private const int Refused = 3;

    private const string Route = "/api/telegram";

    private const string Usage =
        "telegram setup ADDRESS   tell Telegram to deliver to the function app there, and which commands to offer\n"
        + "telegram status          show what Telegram has been told, and how delivery fares\n"
        + "telegram remove          take both away\n"
        + "ADDRESS is https://NAME.azurewebsites.net, with or without /api/telegram.";

    /// <summary>Does what the words say.</summary>
    /// <param name="words">After <see cref="Name"/>.</param>
    /// <param name="configuration">Settings; only those of Telegram are read.</param>
    /// <param name="output">What was done.</param>
    /// <param name="errors">What was not, and what to do.</param>
    /// <returns>0 done; 1 settings; 2 words; 3 Telegram refused or did not answer.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, IConfiguration configuration, TextWriter output, TextWriter errors)
    {
        var webhook = words is ["setup", var text] ? AddressOf(text) : null;
        if (words is not (["status"] or ["remove"]) && webhook is null)
        {
            await errors.WriteLineAsync(words is ["setup", _] ? $"\"{words[1]}\" is no https address.\n{Usage}" : Usage).ConfigureAwait(false);
            return WrongWords;
        }

        if (DeskSettingsSource.ReadChat(configuration, out var problems) is not { } settings)
        {
            await errors.WriteLineAsync(string.Join('\n', problems.Select(static problem => $"  {problem}").Prepend("Telegram cannot be set up."))).ConfigureAwait(false);
            return WrongSettings;
        }

        var setup = ExitDeskServices.SetupOf(settings.Telegram);
        var outcome = await (webhook is not null
            ? setup.SetAsync(webhook, settings.Operator.WebhookSecret, [.. OperatorActions.Known.Select(static command => (command.Name, command.What))], CancellationToken.None)
            : words[0] == "status" ? setup.ShowAsync(CancellationToken.None)
            : setup.RemoveAsync(CancellationToken.None)).ConfigureAwait(false);
        if (outcome is SetupOutcome.Failed failed)
        {
            await errors.WriteLineAsync($"{failed.Why}\n{failed.WhatToDo}").ConfigureAwait(false);
            return Refused;
        }

        await output.WriteLineAsync(string.Join('\n', ((SetupOutcome.Done)outcome).Lines)).ConfigureAwait(false);
        return Done;
    }

    // This machine may be reached without TLS: the simulated Telegram does so.
    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            ? address.AbsolutePath == "/" ? new Uri(address, Route) : address
            : null;
}
