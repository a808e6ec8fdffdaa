namespace Alpaca.Markets;

/// <summary>The hosts of one Alpaca environment.</summary>
/// <remarks>
/// The official interface has further members for streaming, so a type that implements this one does not compile against
/// it. For hosts of your own set <see cref="AlpacaClientConfigurationBase.ApiEndpoint"/> instead.
/// </remarks>
public interface IEnvironment
{
    /// <summary>Account, clock and calendar.</summary>
    Uri AlpacaTradingApi { get; }

    /// <summary>Quotes and snapshots of stocks and options.</summary>
    Uri AlpacaDataApi { get; }
}
