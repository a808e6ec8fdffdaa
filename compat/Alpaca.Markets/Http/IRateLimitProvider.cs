namespace Alpaca.Markets;

/// <summary>Tells the request budget of one client.</summary>
public interface IRateLimitProvider
{
    /// <summary>The values of the last answer. Never sends a request.</summary>
    IRateLimitValues GetRateLimitValues();
}
