using System.Net;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class WebhookMethodsTests : IAsyncLifetime
{
    private TelegramBench _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramBench.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Theory]
    [InlineData("https://example.org/hook")]
    [InlineData("http://127.0.0.1:9/hook")]
    public async Task WhenTheAddressIsHttpsOrThisMachine_ItIsSet(string url)
    {
        (await Set(url)).IsOk();

        Assert.Equal(url, _telegram.Chat.Webhook!.Url.OriginalString);
    }

    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("hook")]
    public async Task WhenTheAddressIsNeither_ItIsBad(string url) =>
        (await Set(url)).IsRefused(HttpStatusCode.BadRequest, "bad webhook: An HTTPS URL must be provided");

    [Fact]
    public async Task WhenTheSecretHasOtherCharactersOrIsTooLong_ItIsRefused()
    {
        (await Set("https://example.org", new string('s', 256))).IsOk();
        (await Set("https://example.org", new string('s', 257))).IsRefused(HttpStatusCode.BadRequest, "secret token is too long");
        (await Set("https://example.org", "a b")).IsRefused(HttpStatusCode.BadRequest, "unallowed characters");
    }

    [Fact]
    public async Task WhenAWebhookIsSet_UpdatesCannotBeFetched()
    {
        (await Set("https://example.org")).IsOk();

        (await _telegram.CallAsync("getUpdates")).IsRefused(HttpStatusCode.Conflict, "can't use getUpdates method while webhook is active");
    }

    [Fact]
    public async Task WhenNoWebhookIsSet_UpdatesAreFetchedUntilTheOffsetForgetsThem()
    {
        var first = _telegram.Chat.SayAsync(TelegramBench.Owner, "first");
        _ = _telegram.Chat.SayAsync(TelegramBench.Owner, "second");
        var fetched = (await _telegram.CallAsync("getUpdates")).Result!.AsArray();
        Assert.Equal(2, fetched.Count);

        var rest = await _telegram.CallAsync("getUpdates", new JsonObject { ["offset"] = (int)fetched[0]!["update_id"]! + 1 });

        Assert.Equal("second", (string)Assert.Single(rest.Result!.AsArray())!["message"]!["text"]!);
        Assert.Equal(DeliveryOutcome.Acknowledged, await first);
    }

    [Fact]
    public async Task WhenPendingUpdatesAreDropped_NothingWaits()
    {
        var said = _telegram.Chat.SayAsync(TelegramBench.Owner, "old");

        (await _telegram.CallAsync("deleteWebhook", new JsonObject { ["drop_pending_updates"] = true })).IsOk();

        Assert.Equal(DeliveryOutcome.Dropped, await said);
        Assert.Equal(0, (int)(await _telegram.CallAsync("getWebhookInfo")).Result!["pending_update_count"]!);
    }

    [Fact]
    public async Task WhenPressesAreNotAskedFor_TheyAreDropped()
    {
        (await _telegram.CallAsync("setWebhook", new JsonObject { ["url"] = "https://example.org", ["allowed_updates"] = new JsonArray("message") })).IsOk();

        Assert.Equal(DeliveryOutcome.Dropped, await _telegram.Chat.PressAsync(TelegramBench.Owner, await _telegram.SendCardAsync(), "c:1"));
    }

    private Task<BotReply> Set(string url, string? secret = null)
    {
        var parameters = new JsonObject { ["url"] = url };
        if (secret is not null)
        {
            parameters["secret_token"] = secret;
        }

        return _telegram.CallAsync("setWebhook", parameters);
    }
}
