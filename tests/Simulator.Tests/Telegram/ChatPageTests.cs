using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

/// <summary>The page's files, its stream and its doors; how it looks is seen in a browser.</summary>
public sealed class ChatPageTests : IAsyncLifetime
{
    private TelegramBench _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramBench.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("chat/chat.css", "text/css")]
    [InlineData("chat/chat.js", "text/javascript")]
    public async Task WhenAFileIsAskedFor_ItLoadsNothingFromElsewhere(string path, string contentType)
    {
        using var response = await _telegram.Http.GetAsync(new Uri(_telegram.Address, path));

        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("//cdn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheStreamOpens_ItShowsTheChatThenEachChange()
    {
        await _telegram.SendAsync("<b>Stop</b> &lt;script&gt;", "HTML");
        await using var stream = await _telegram.Http.GetStreamAsync(new Uri(_telegram.Address, "chat/events"));
        using var reader = new StreamReader(stream);

        var (name, snapshot) = await NextEvent(reader);
        Assert.Equal("snapshot", name);
        Assert.Equal("<b>Stop</b> &lt;script&gt;", (string)snapshot["messages"]![0]!["html"]!);
        Assert.Equal(("14:28:05", "Fri 20 Nov 2026"), ((string)snapshot["clock"]!["time"]!, (string)snapshot["clock"]!["date"]!));

        var card = await _telegram.SendCardAsync();
        var (kind, message) = await NextEvent(reader);
        Assert.Equal(("message", card, "Close now"), (kind, (int)message["id"]!, (string)message["rows"]![0]![0]!["text"]!));
    }

    [Theory]
    [InlineData("owner", "owner", TelegramBench.Owner, TelegramBench.Owner)]
    [InlineData("viewer", "viewer", TelegramBench.Viewer, TelegramBench.Viewer)]
    [InlineData("stranger", "stranger", TelegramBench.Stranger, TelegramBench.Stranger)]
    [InlineData("stranger", "owner", TelegramBench.Stranger, TelegramBench.Owner)]
    [InlineData("viewer", "group", TelegramBench.Viewer, TelegramBench.Group)]
    public async Task WhenThePageActs_TheUserPressesAndSaysThere(string user, string chat, long userId, long chatId)
    {
        var card = await _telegram.SendCardAsync();

        Assert.Equal(HttpStatusCode.Accepted, await Post("chat/press", new { user, messageId = card, data = "c:1" }));
        Assert.Equal(HttpStatusCode.Accepted, await Post("chat/say", new { user, chat, text = "/status" }));

        Assert.Equal((userId, "c:1"), (_telegram.Chat.Presses[0].UserId, _telegram.Chat.Presses[0].Data));
        var said = _telegram.Chat.Messages[^1];
        Assert.Equal((userId, chatId, "/status"), (said.SenderId, said.ChatId, said.Text));
    }

    [Theory]
    [InlineData(TelegramBench.Owner, "owner")]
    [InlineData(-100_200, "group")]
    public async Task WhenTheDeskReportsToAChat_ThePageOpensThere(long chatId, string name)
    {
        await using var telegram = await TelegramBench.StartAsync(chatId);
        (await telegram.SendAsync("card", chatId: chatId)).IsOk();
        _ = telegram.Chat.SayAsync(TelegramBench.Viewer, "hi", TelegramBench.Viewer);
        await using var stream = await telegram.Http.GetStreamAsync(new Uri(telegram.Address, "chat/events"));
        using var reader = new StreamReader(stream);

        var (_, snapshot) = await NextEvent(reader);
        Assert.Equal(name, (string)snapshot["home"]!);
        Assert.Equal(
            [("bot", name), ("viewer", "viewer")],
            snapshot["messages"]!.AsArray().Select(message => ((string)message!["from"]!, (string)message["chat"]!)));
    }

    [Fact]
    public async Task WhenThereIsNothingToPressOrSay_ThePageIsToldSo()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await Post("chat/press", new { user = "owner", messageId = 9, data = "c" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("chat/say", new { user = "owner", chat = "owner", text = " " }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("chat/say", new { user = "nobody", chat = "owner", text = "x" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("chat/say", new { user = "owner", chat = "nowhere", text = "x" }));
        Assert.Empty(_telegram.Chat.Messages);
    }

    [Fact]
    public async Task WhenAnotherSitePosts_ItIsForbidden()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Post("chat/say", new { user = "owner", chat = "owner", text = "/closeall" }, "https://evil.example"));

        Assert.Empty(_telegram.Chat.Messages);
    }

    private async Task<HttpStatusCode> Post(string path, object body, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_telegram.Address, path)) { Content = JsonContent.Create(body) };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await _telegram.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<(string Name, JsonNode Data)> NextEvent(StreamReader reader)
    {
        var name = (await reader.ReadLineAsync())!["event: ".Length..];
        var data = (await reader.ReadLineAsync())!["data: ".Length..];
        await reader.ReadLineAsync();
        return (name, JsonNode.Parse(data)!);
    }
}
