using Azure.Core;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>A credential that gives one token and remembers what it was asked for.</summary>
internal sealed class FixedToken(string text) : TokenCredential
{
    public string Text { get; } = text;

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes = requestContext.Scopes;
        return new(Text, TimeProvider.System.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
