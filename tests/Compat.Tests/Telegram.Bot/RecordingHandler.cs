using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ExitDesk.Compat.Tests.TelegramBot;

/// <summary>Answers from a list, the last one for ever, and keeps what was asked.</summary>
internal sealed class RecordingHandler(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    public List<(HttpMethod Method, Uri Address, string? ContentType, JsonObject Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "{}" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((
            request.Method,
            request.RequestUri!,
            request.Content?.Headers.ContentType?.MediaType,
            JsonNode.Parse(body.Length == 0 ? "{}" : body)!.AsObject()));
        var (status, text) = answers[Math.Min(Requests.Count, answers.Length) - 1];
        return new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
