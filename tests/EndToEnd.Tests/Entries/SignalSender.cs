using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.Queue;

namespace ExitDesk.EndToEnd.Tests.Entries;

/// <summary>Whoever knows the function key and sends recommendations.</summary>
internal sealed class SignalSender(PlayedDay day)
{
    /// <summary>One Apple call on <see cref="CrashMorning"/>, a stop at 20 % with it.</summary>
    public static string AppleCall(string id = "signal-1") => $$"""
        {
          "recommendationId": "{{id}}", "action": "BUY_CALL", "contract": "{{CrashMorning.Apple}}", "quantity": 1, "maximumSlippage": 0.5,
          "strategy": "momentum", "exitPlan": { "stopLoss": { "debitLoss": 0.2 } }, "expiresAt": "2026-11-18T20:00:00Z"
        }
        """;

    /// <summary>Puts it on the queue, as a sender without a function key may, and lets the function app do what follows at once.</summary>
    public Task SendAsync(string json)
    {
        day.Rig.Queues["entry-requests"].Send(new QueueMessage(Encoding.UTF8.GetBytes(json)));
        return day.SettleAsync();
    }

    /// <summary>Posts, and lets the function app do what follows at once.</summary>
    public async Task<(int Status, JsonElement Body)> PostAsync(string json, string? key)
    {
        using var client = new HttpClient();
        using var content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(day.Rig.Desks[0].Address, "api/recommendations")) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        await day.SettleAsync();
        using var document = JsonDocument.Parse(body.Length == 0 ? "null" : body);
        return ((int)answer.StatusCode, document.RootElement.Clone());
    }
}
