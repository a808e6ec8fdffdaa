using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ExitDesk.Simulator.Queue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

/// <summary>The wire as Microsoft's REST reference describes it, without the client that is built on it.</summary>
public sealed class QueueEndpointTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Wall = TimeProvider.System.GetUtcNow();

    private readonly QueueDay _day = new();
    private readonly HttpClient _http = new();
    private QueueEndpoint _endpoint = null!;

    public async Task InitializeAsync()
    {
        _endpoint = await QueueEndpoint.StartAsync(_day.Queues, new WallTime(_day.Clock, TimeProvider.System, speed: 1));
        _http.BaseAddress = _endpoint.Address;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
    }

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _day.Dispose();
    }

    [Fact]
    public async Task WhenAMessageIsPeekLocked_TheAnswerIsAsDocumented()
    {
        using var send = new HttpRequestMessage(HttpMethod.Post, "close-requests/messages") { Content = new StringContent("body") };
        send.Headers.Add("BrokerProperties", """{"MessageId":"a","Label":"close","Unknown":1}""");
        send.Headers.Add("kind", "\"walk\"");
        Assert.Equal(HttpStatusCode.Created, (await _http.SendAsync(send)).StatusCode);

        using var received = await _http.PostAsync("close-requests/messages/head?timeout=5", null);

        Assert.Equal(HttpStatusCode.Created, received.StatusCode);
        Assert.Equal("body", await received.Content.ReadAsStringAsync());
        Assert.Equal("\"walk\"", Assert.Single(received.Headers.GetValues("kind")));
        var properties = JsonSerializer.Deserialize<JsonElement>(Assert.Single(received.Headers.GetValues("BrokerProperties")));
        Assert.Equal(("a", "close"), (properties.GetProperty("MessageId").GetString(), properties.GetProperty("Label").GetString()));
        Assert.Equal(1, properties.GetProperty("DeliveryCount").GetInt32());
        Assert.EndsWith(
            $"/close-requests/messages/1/{properties.GetProperty("LockToken").GetString()}",
            received.Headers.Location!.AbsoluteUri,
            StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await _http.DeleteAsync(received.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.DeleteAsync(received.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task WhenNothingIsThere_TheAnswerIsNoContent()
    {
        using var received = await _http.PostAsync("close-requests/messages/head?timeout=0", null);

        Assert.Equal(HttpStatusCode.NoContent, received.StatusCode);
    }

    [Fact]
    public async Task WhenTheScheduleIsAnHttpDate_ItIsUnderstood()
    {
        using var send = new HttpRequestMessage(HttpMethod.Post, "close-requests/messages") { Content = new StringContent("x") };
        var inAnHour = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1);
        send.Headers.Add("BrokerProperties", $$"""{"ScheduledEnqueueTimeUtc":"{{inAnHour:R}}"}""");

        await _http.SendAsync(send);

        var visible = _day.Queues.NextVisibleAt!.Value - QueueDay.Open;
        Assert.InRange(visible, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"MessageId":7}""")]
    [InlineData("""{"TimeToLive":0}""")]
    [InlineData("""{"TimeToLive":"soon"}""")]
    [InlineData("""{"ScheduledEnqueueTimeUtc":"soon"}""")]
    public async Task WhenBrokerPropertiesCannotBeRead_TheAnswerSaysWhere(string properties)
    {
        using var send = new HttpRequestMessage(HttpMethod.Post, "close-requests/messages") { Content = new StringContent("x") };
        send.Headers.Add("BrokerProperties", properties);

        using var answer = await _http.SendAsync(send);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("BrokerProperties", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "close-requests/messages/head?timeout=soon", HttpStatusCode.BadRequest)]
    [InlineData("GET", "close-requests/messages/head", HttpStatusCode.BadRequest)]
    [InlineData("POST", "messages", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "close-requests/messages/1/no-token", HttpStatusCode.BadRequest)]
    [InlineData("POST", "close-requests/$deadletterqueue/messages", HttpStatusCode.BadRequest)]
    [InlineData("POST", "nowhere/messages", HttpStatusCode.Gone)]
    [InlineData("POST", "nowhere/messages/head?timeout=0", HttpStatusCode.Gone)]
    [InlineData("PUT", "close-requests/messages/1/6f1f4c5e-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("POST", "close-requests/messages/1/6f1f4c5e-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    public async Task WhenARequestMakesNoSense_TheStatusSaysWhichKind(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await _http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("right", "close-requests", 60, "", HttpStatusCode.Created)]
    [InlineData("for the namespace", "", 60, "", HttpStatusCode.Created)]
    [InlineData("for another queue", "operator-actions", 60, "", HttpStatusCode.Unauthorized)]
    [InlineData("for a queue whose name begins alike", "close", 60, "", HttpStatusCode.Unauthorized)]
    [InlineData("expired", "close-requests", -1, "", HttpStatusCode.Unauthorized)]
    [InlineData("of another key", "close-requests", 60, "other", HttpStatusCode.Unauthorized)]
    public async Task WhenASignatureIsShown_ItIsChecked(string kind, string queue, int secondsLeft, string key, HttpStatusCode expected)
    {
        var keys = _endpoint.ConnectionString.Split(';').Select(entry => entry.Split('=', 2)).ToDictionary(entry => entry[0], entry => entry[1]);
        var resource = Uri.EscapeDataString($"{_endpoint.Address}{queue}");
        var expiry = (Wall + TimeSpan.FromSeconds(secondsLeft)).ToUnixTimeSeconds();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(keys["SharedAccessKey"] + key), Encoding.UTF8.GetBytes($"{resource}\n{expiry}")));
        var token = $"sr={resource}&sig={Uri.EscapeDataString(signature)}&se={expiry}&skn={keys["SharedAccessKeyName"]}";
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("SharedAccessSignature", token);

        using var answer = await _http.PostAsync("close-requests/messages", new StringContent("x"));

        Assert.True(expected == answer.StatusCode, $"A signature {kind} was answered {answer.StatusCode}.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic dTpw")]
    [InlineData("SharedAccessSignature nonsense")]
    public async Task WhenNoCredentialIsShown_TheAnswerIsUnauthorized(string? authorization)
    {
        _http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        using var answer = await _http.PostAsync("close-requests/messages/head?timeout=0", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task WhenItCloses_WaitingReceiversAreLetGo()
    {
        var waiting = _http.PostAsync("close-requests/messages/head?timeout=60", null);
        _day.Queue.Send(QueueDay.Message("a"));
        using var first = await waiting;
        var second = _http.PostAsync("close-requests/messages/head?timeout=60", null);

        await _endpoint.DisposeAsync();

        // Whether the request was already in when the port closed is the network's affair; that it ends is the endpoint's.
        var outcome = await Record.ExceptionAsync(async () => Assert.Equal(HttpStatusCode.NoContent, (await second).StatusCode));
        Assert.True(outcome is null or HttpRequestException, $"{outcome}");
    }
}
