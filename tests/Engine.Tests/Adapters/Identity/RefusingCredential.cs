using Azure.Core;
using Azure.Identity;

namespace ExitDesk.Engine.Tests.Adapters.Identity;

/// <summary>An identity that gets no token, as while the platform's identity endpoint is away.</summary>
internal sealed class RefusingCredential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new AuthenticationFailedException("ManagedIdentityCredential authentication failed: Service Unavailable\nHeaders: x");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
