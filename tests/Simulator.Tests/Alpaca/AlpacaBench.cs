using System.Text;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Alpaca;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Tests.Venue;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Alpaca;

/// <summary>A broker behind its REST face, and a plain HTTP client with its keys.</summary>
internal sealed class AlpacaBench : IAsyncDisposable
{
    private AlpacaBench(VenueBench desk, AlpacaEndpoint endpoint, AlpacaOptions options)
    {
        Desk = desk;
        Endpoint = endpoint;
        Client = new HttpClient { BaseAddress = endpoint.Address };
        Client.DefaultRequestHeaders.Add("APCA-API-KEY-ID", options.KeyId);
        Client.DefaultRequestHeaders.Add("APCA-API-SECRET-KEY", options.SecretKey);
    }

    public VenueBench Desk { get; }

    public AlpacaEndpoint Endpoint { get; }

    public HttpClient Client { get; }

    public static Task<AlpacaBench> StartAsync(params Fault[] faults) => StartAsync(new AlpacaOptions(), faults);

    public static Task<AlpacaBench> StartAsync(VenueOptions options) => StartAsync(new VenueBench(options), new AlpacaOptions());

    public static Task<AlpacaBench> StartAsync(CorporateAction action) =>
        StartAsync(new VenueBench(new VenueOptions(), [action]), new AlpacaOptions());

    public static Task<AlpacaBench> StartAsync(AlpacaOptions options, params Fault[] faults) =>
        StartAsync(new VenueBench(faults), options);

    private static async Task<AlpacaBench> StartAsync(VenueBench desk, AlpacaOptions options)
    {
        var endpoint = await AlpacaEndpoint.StartAsync(desk.Venue, desk.Clock, desk.Faults, options);
        return new AlpacaBench(desk, endpoint, options);
    }

    /// <summary>Calls, checks the status and reads the body.</summary>
    public async Task<JsonNode> ExpectAsync(int status, string call, string? body = null, string contentType = "application/json")
    {
        using var response = await SendAsync(call, body, contentType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{call} answered {(int)response.StatusCode}: {text}");
        Assert.True(response.Headers.Contains("X-Request-ID"));
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <param name="call">Method and path, for instance <c>GET /v2/clock</c>.</param>
    public async Task<HttpResponseMessage> SendAsync(string call, string? body = null, string contentType = "application/json")
    {
        var parts = call.Split(' ', 2);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), new Uri(parts[1], UriKind.RelativeOrAbsolute));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType);
        return await Client.SendAsync(request);
    }

    public static void AssertError(JsonNode body, int code, string words)
    {
        Assert.Equal(code, (int)body["code"]!);
        Assert.Contains(words, (string)body["message"]!, StringComparison.Ordinal);
    }

    /// <summary>Checks fields that the broker writes as strings; null: absent or null.</summary>
    public static void AssertTexts(JsonNode body, params (string Name, string? Value)[] expected) =>
        Assert.Equal(expected, expected.Select(field => (field.Name, (string?)body[field.Name])));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Endpoint.DisposeAsync();
    }
}
