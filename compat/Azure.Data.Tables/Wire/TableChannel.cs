using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Authentication;

namespace Azure.Data.Tables.Wire;

/// <summary>One account's endpoint: builds requests with the headers that all of them need, and sends them.</summary>
internal sealed class TableChannel
{
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableChannel(Uri endpoint, string? accountName, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        if (endpoint.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"The table endpoint '{endpoint}' is not an http or https address.", nameof(endpoint));
        }

        Endpoint = new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        AccountName = accountName ?? Endpoint.Host.Split('.')[0];
        _version = options.VersionText;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Instance };
        // Behind the retry policy, so that each try is signed anew.
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    /// <summary>The account's address, without a slash at its end.</summary>
    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TableChannel Open(string connectionString, TableClientOptions? options)
    {
        var parsed = TableConnectionString.Parse(connectionString);
        return Open(parsed.Endpoint, parsed.Credential, options);
    }

    public static TableChannel Open(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, credential.AccountName, new SharedKeyLitePolicy(credential), options ?? new());
    }

    public static TableChannel Open(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        return new(endpoint, null, new BearerTokenAuthenticationPolicy(credential, options.Scope), options);
    }

    public HttpMessage CreateMessage(RowRequest request, params ReadOnlySpan<int> expectedFailures)
    {
        var context = new RequestContext();
        foreach (var status in expectedFailures)
        {
            // Kept out of the logs' errors: the caller asked a question and this is an answer.
            context.AddClassifier(status, isError: false);
        }

        var message = _pipeline.CreateMessage(context);
        message.Request.Method = request.Method;
        message.Request.Uri.Reset(request.Address);
        message.Request.Headers.SetValue("x-ms-version", _version);
        foreach (var (name, value) in request.Headers)
        {
            message.Request.Headers.SetValue(name, value);
        }

        if (!request.Body.IsEmpty)
        {
            message.Request.Content = RequestContent.Create(request.Body);
        }

        return message;
    }

    /// <summary>Sends a request and returns any of the expected answers, buffered.</summary>
    /// <exception cref="RequestFailedException">Any other answer, or none after all tries (status 0).</exception>
    public async Task<Response> SendAsync(RowRequest request, CancellationToken cancellationToken, params int[] expected)
    {
        using var message = CreateMessage(request, [.. expected.Where(status => status >= 400)]);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return expected.Contains(message.Response.Status)
            ? message.Response
            : throw new RequestFailedException(message.Response, null, TableErrorParser.Instance);
    }

    public Uri Address(string pathAndQuery) => new(Endpoint.AbsoluteUri.TrimEnd('/') + "/" + pathAndQuery);
}
