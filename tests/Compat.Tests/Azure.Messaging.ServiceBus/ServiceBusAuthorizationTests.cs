using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Rest;
using Xunit;

namespace ExitDesk.Compat.Tests.ServiceBus;

public sealed class ServiceBusAuthorizationTests
{
    [Fact]
    public void WhenAKeySigns_TheTokenIsTheOneOfTheDocumentedAlgorithm()
    {
        // The signature comes from `openssl dgst -sha256 -hmac c2VjcmV0 -binary` over the escaped resource, a line feed and the expiry.
        var token = SharedAccessSignature.Create(
            "https://ns.servicebus.windows.net/", "Root Key", "c2VjcmV0", DateTimeOffset.FromUnixTimeSeconds(1767225600));

        Assert.Equal(
            "SharedAccessSignature sr=https%3A%2F%2Fns.servicebus.windows.net%2F&sig=ct2NgHzS5QwaoNAaq%2F5zliQw8%2F6sgobCQF0wynfMkjw%3D"
            + "&se=1767225600&skn=Root%20Key",
            token);
    }

    [Fact]
    public async Task WhenThereIsAKey_EachRequestCarriesASignatureAndNeverTheKey()
    {
        await using var service = await StubService.StartAsync(201);
        await using var client = service.Client();

        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x"));

        var authorization = service.Seen.Single().Authorization.ToString();
        Assert.StartsWith($"SharedAccessSignature sr={Uri.EscapeDataString(service.Address.AbsoluteUri)}&sig=", authorization, StringComparison.Ordinal);
        Assert.EndsWith("&skn=name", authorization, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Seen.Single(), header => header.Value.ToString().Contains("the-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenASignatureIsGiven_ItIsSentAsItStands()
    {
        await using var service = await StubService.StartAsync(201);
        await using var client = service.Client("SharedAccessSignature=SharedAccessSignature sr=a&sig=b%3D&se=1&skn=c");

        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x"));

        Assert.Equal("SharedAccessSignature sr=a&sig=b%3D&se=1&skn=c", service.Seen.Single().Authorization.ToString());
    }

    [Fact]
    public async Task WhenThereIsATokenCredential_ABearerTokenForServiceBusIsSent()
    {
        await using var service = await StubService.StartAsync(201);
        var credential = new OneToken();
        using var detour = new Detour(service.Address);
        await using var client = new ServiceBusClient("ns.servicebus.windows.net", credential, new ServiceBusClientOptions(), detour);

        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x"));

        Assert.Equal("Bearer the-token", service.Seen.Single().Authorization.ToString());
        Assert.Equal(["https://servicebus.azure.net/.default"], credential.Scopes);
    }

    [Fact]
    public async Task WhenTheServiceIsTheSimulator_ABearerTokenOpensIt()
    {
        await using var bus = await Bus.StartAsync();
        using var detour = new Detour(bus.Address);
        await using var client = new ServiceBusClient("ns.servicebus.windows.net", new OneToken(), new ServiceBusClientOptions(), detour);

        await client.CreateSender(Bus.Queue).SendMessageAsync(new ServiceBusMessage("x") { MessageId = "a" });

        Assert.Equal("a", (await bus.ReceiveAsync(client.CreateReceiver(Bus.Queue))).MessageId);
    }

    /// <summary>Leads https requests to a loopback server; tokens are refused to plain http before they get here.</summary>
    private sealed class Detour(Uri address) : HttpPipelineTransport, IDisposable
    {
        private readonly HttpClientTransport _inner = new();

        public void Dispose() => _inner.Dispose();

        public override Request CreateRequest() => _inner.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException("All calls are asynchronous.");

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            var uri = message.Request.Uri;
            (uri.Scheme, uri.Host, uri.Port) = (address.Scheme, address.Host, address.Port);
            return _inner.ProcessAsync(message);
        }
    }

    private sealed class OneToken : TokenCredential
    {
        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("the-token", TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
