using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

/// <summary>An answer of the Bot API.</summary>
internal sealed record BotReply(HttpStatusCode Status, JsonNode Envelope)
{
    public JsonNode? Result => Envelope["result"];

    public string? Description => (string?)Envelope["description"];

    public static async Task<BotReply> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);

    public void IsOk() => Assert.True(Status == HttpStatusCode.OK && (bool)Envelope["ok"]!, Envelope.ToJsonString());

    /// <summary>The status, the code in the envelope and the reason agree.</summary>
    public void IsRefused(HttpStatusCode status, string reason)
    {
        Assert.Equal(status, Status);
        Assert.False((bool)Envelope["ok"]!);
        Assert.Equal((int)status, (int)Envelope["error_code"]!);
        Assert.Contains(reason, Description, StringComparison.Ordinal);
    }
}
