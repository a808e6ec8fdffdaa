using System.Diagnostics.CodeAnalysis;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>Sends to a server with a certificate of the test's own making, and keeps each authorization header.</summary>
internal sealed class RecordingHandler : DelegatingHandler
{
    [SuppressMessage("Security", "CA5359", Justification = "The test made the certificate itself, for its own child process.")]
    public RecordingHandler()
        : base(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true })
    {
    }

    public List<string> Authorizations { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Authorizations.Add(string.Join(',', request.Headers.GetValues("Authorization")));
        return base.SendAsync(request, cancellationToken);
    }
}
