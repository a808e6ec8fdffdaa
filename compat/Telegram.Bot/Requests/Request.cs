using System.Text;
using System.Text.Json;

namespace Telegram.Bot.Requests;

/// <summary>A call whose parameters are the properties of an object, in snake case, defaults left out.</summary>
internal sealed class Request<TResponse>(string methodName, object parameters) : IRequest<TResponse>
{
    public HttpMethod HttpMethod => HttpMethod.Post;

    public string MethodName => methodName;

    public HttpContent ToHttpContent() => new StringContent(
        JsonSerializer.Serialize(parameters, parameters.GetType(), JsonBotAPI.Options), Encoding.UTF8, "application/json");
}
