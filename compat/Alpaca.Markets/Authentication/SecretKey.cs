namespace Alpaca.Markets;

/// <summary>A key id and its secret, sent as the two APCA headers. Neither appears in <see cref="object.ToString"/>.</summary>
public sealed class SecretKey : SecurityKey
{
    private readonly string _keyId;
    private readonly string _secret;

    /// <summary>Keeps both for the headers; neither is checked before the API sees it.</summary>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SecretKey(string keyId, string secret)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        ArgumentNullException.ThrowIfNull(secret);
        _keyId = keyId;
        _secret = secret;
    }

    internal override IEnumerable<KeyValuePair<string, string>> AuthenticationHeaders() =>
    [
        new("APCA-API-KEY-ID", _keyId),
        new("APCA-API-SECRET-KEY", _secret),
    ];
}
