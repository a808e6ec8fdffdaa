using System.Net.Http.Headers;

namespace Alpaca.Markets;

/// <summary>Where a client connects, as whom, and how it retries.</summary>
public abstract class AlpacaClientConfigurationBase
{
    private static readonly ProductInfoHeaderValue Product = new("ExitDesk-Alpaca.Markets", "7.2.2");

    private protected AlpacaClientConfigurationBase(Uri apiEndpoint) => ApiEndpoint = apiEndpoint;

    /// <summary>The key shown with each request. Empty until set, which the API refuses.</summary>
    public SecurityKey SecurityId { get; set; } = new SecretKey("", "");

    /// <summary>Scheme, host and port of the API. A path is not kept: the clients know their own.</summary>
    public Uri ApiEndpoint { get; set; }

    /// <summary>Retries and timeout; not used with an <see cref="HttpClient"/> of the caller's.</summary>
    public ThrottleParameters ThrottleParameters { get; set; } = ThrottleParameters.Default;

    /// <summary>A client to send through, or null to have one made with <see cref="ThrottleParameters"/>.</summary>
    /// <remarks>
    /// One for each API client: its base address and headers are set, it must not have sent anything yet, and it is disposed
    /// with the API client. Nothing is retried unless its handler is <see cref="ThrottleParameters.GetMessageHandler"/>.
    /// </remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The path of the API's part, relative to the host, with a slash at its end; empty for the root.</summary>
    private protected abstract string Path { get; }

    internal ApiConnection Connect()
    {
        Require(SecurityId, nameof(SecurityId));
        Require(ApiEndpoint, nameof(ApiEndpoint));
        Require(ThrottleParameters, nameof(ThrottleParameters));

        var client = HttpClient ?? ThrottleParameters.CreateHttpClient();
        foreach (var (header, value) in SecurityId.AuthenticationHeaders())
        {
            client.DefaultRequestHeaders.Add(header, value);
        }

        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.UserAgent.Add(Product);
        client.BaseAddress = new UriBuilder(ApiEndpoint) { Path = Path }.Uri;
        return new ApiConnection(client);
    }

    private static void Require(object? value, string property)
    {
        if (value is null)
        {
            throw new InvalidOperationException($"The value of '{property}' property shouldn't be null.");
        }
    }
}
