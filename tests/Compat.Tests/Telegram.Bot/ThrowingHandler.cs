namespace ExitDesk.Compat.Tests.TelegramBot;

/// <summary>Fails every request, with a reason that may quote its address.</summary>
internal sealed class ThrowingHandler(Func<Uri, Exception> failure) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw failure(request.RequestUri!);
}
