using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>Bearer tokens, over https to an Azurite that reads them.</summary>
public sealed class TokenWireTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exitdesk-token-");
    private Azurite? _azurite;
    private string? _skipReason;

    public async Task InitializeAsync()
    {
        _skipReason = await NodeRuntime.ProblemAsync();
        if (_skipReason is null)
        {
            await NodePackages.OfSimulator(Console.Out).RestoreAsync();
            _azurite = await Azurite.StartAsync(new AzuriteOptions { Certificate = WriteCertificate() });
        }
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [SkippableFact]
    public async Task WhenTheTokenHolds_RowsAreWrittenAndRead()
    {
        Skip.If(_skipReason is not null, _skipReason);
        using var wire = new RecordingHandler();
        var credential = new FixedToken(Token(TimeSpan.FromHours(1)));
        var table = new TableClient(_azurite!.Address, "tokens", credential, Options(wire));

        await table.CreateIfNotExistsAsync();
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, EveryType.Row("p", "r"))]);

        EveryType.AssertHeldBy((await table.GetEntityAsync<TableEntity>("p", "r")).Value);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.All(wire.Authorizations, header => Assert.Equal($"Bearer {credential.Text}", header));
        Assert.Equal(3, wire.Authorizations.Count);
    }

    [SkippableFact]
    public async Task WhenTheTokenHasExpired_IsRefused_AndTheExceptionDoesNotShowIt()
    {
        Skip.If(_skipReason is not null, _skipReason);
        using var wire = new RecordingHandler();
        var credential = new FixedToken(Token(TimeSpan.FromHours(-1)));
        var table = new TableServiceClient(_azurite!.Address, credential, Options(wire)).GetTableClient("tokens");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());

        Assert.Equal(403, refused.Status);
        Assert.DoesNotContain(credential.Text, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheEndpointIsPlainHttp_TheTokenIsNotSent()
    {
        using var wire = new RecordingHandler();
        var table = new TableClient(
            new Uri("http://127.0.0.1:9/desk"), "tokens", new FixedToken(Token(TimeSpan.FromHours(1))), Options(wire));

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.CreateIfNotExistsAsync());

        Assert.Empty(wire.Authorizations);
    }

    [Fact]
    public async Task WhenAnAudienceIsSet_TheTokenIsAskedForIt()
    {
        using var wire = new RecordingHandler();
        var options = Options(wire);
        options.Audience = TableAudience.AzureGovernment;
        options.Retry.MaxRetries = 0;
        var credential = new FixedToken("token");
        var table = new TableClient(new Uri("https://127.0.0.1:9/desk"), "tokens", credential, options);

        await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());

        Assert.Equal(["https://storage.azure.us/.default"], credential.Scopes);
    }

    private static TableClientOptions Options(RecordingHandler wire) => new() { Transport = new HttpClientTransport(wire) };

    // Unsigned: Azurite reads times, issuer and audience and checks no signature.
    private static string Token(TimeSpan expiresIn)
    {
        var now = TimeProvider.System.GetUtcNow();
        return $"{Part(new { alg = "RS256", typ = "JWT" })}.{Part(new
        {
            aud = "https://storage.azure.com",
            iss = "https://sts.windows.net/desk/",
            iat = now.AddHours(-2).ToUnixTimeSeconds(),
            nbf = now.AddHours(-2).ToUnixTimeSeconds(),
            exp = now.Add(expiresIn).ToUnixTimeSeconds(),
        })}.{Convert.ToBase64String([1, 2, 3])}";
    }

    private static string Part(object value) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(value)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private AzuriteCertificate WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return new(Write("cert.pem", certificate.ExportCertificatePem()), Write("key.pem", key.ExportPkcs8PrivateKeyPem()));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, Encoding.ASCII);
        return path;
    }
}
