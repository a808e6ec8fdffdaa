namespace Telegram.Bot.Requests;

/// <summary>One call of a Bot API method whose <c>result</c> is a <typeparamref name="TResponse"/>.</summary>
public interface IRequest<TResponse>
{
    HttpMethod HttpMethod { get; }

    /// <summary>For instance <c>sendMessage</c>.</summary>
    string MethodName { get; }

    HttpContent? ToHttpContent();
}
