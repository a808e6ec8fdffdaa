using System.Net.Http.Headers;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Telegram;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>What the owner, a stranger, and whoever knows the webhook's address can do on a played day.</summary>
internal sealed class OwnersPhone(PlayedDay day)
{
    private SimulatedChat Chat => day.Rig.Telegram.Chat;

    /// <summary>What the bot has written so far, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Cards => [.. Chat.Messages.Where(message => message.SenderId != DeskSettings.OwnerId && message.SenderId != Chat.Options.StrangerId)];

    /// <summary>Says something and returns what the bot wrote because of it.</summary>
    public async Task<IReadOnlyList<ChatMessage>> SayAsync(string text)
    {
        var before = Cards.Count;
        await Chat.SayAsync(DeskSettings.OwnerId, text);
        await day.SettleAsync();
        return [.. Cards.Skip(before)];
    }

    /// <summary>Presses the button of a card that says a text.</summary>
    /// <returns>The press as it came out.</returns>
    public async Task<ButtonPress> PressAsync(ChatMessage card, string button)
    {
        await Chat.PressAsync(DeskSettings.OwnerId, card.Id, card.Buttons.Single(candidate => candidate.Text == button).Data!);
        await day.SettleAsync();
        return Chat.Presses[^1];
    }

    /// <summary>Plays on from sweep to sweep until a card with a button stands in the chat.</summary>
    public async Task<ChatMessage> WaitForCardAsync(string button)
    {
        for (var second = 0; second < 20 * 60; second += 15)
        {
            await day.PlayUntilAsync(9, 30 + (second / 60), second % 60);
            if (Cards.FirstOrDefault(card => card.Buttons.Any(candidate => candidate.Text == button)) is { } card)
            {
                return card;
            }
        }

        day.Check(false, $"A card with the button {button} before 09:50");
        throw new InvalidOperationException();
    }

    /// <summary>Posts to the webhook as anybody on the internet can.</summary>
    public async Task<int> PostAsync(byte[] body, string? secret)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(day.Rig.Desks[0].Address, "api/telegram")) { Content = content };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var answer = await client.SendAsync(request);
        await day.SettleAsync();
        return (int)answer.StatusCode;
    }
}
