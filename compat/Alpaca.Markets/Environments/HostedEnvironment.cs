namespace Alpaca.Markets;

internal sealed record HostedEnvironment(Uri AlpacaTradingApi, Uri AlpacaDataApi) : IEnvironment;
