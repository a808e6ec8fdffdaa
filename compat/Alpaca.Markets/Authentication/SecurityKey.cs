namespace Alpaca.Markets;

/// <summary>What a client shows to the API to be let in.</summary>
public abstract class SecurityKey
{
    private protected SecurityKey()
    {
    }

    internal abstract IEnumerable<KeyValuePair<string, string>> AuthenticationHeaders();
}
