namespace Alpaca.Markets;

/// <summary>Sensitivities of an option's price; each is null when the API does not tell it.</summary>
public interface IGreeks
{
    /// <summary>Dollars for a dollar of the underlying; negative for puts.</summary>
    decimal? Delta { get; }

    /// <summary>Delta for a dollar of the underlying.</summary>
    decimal? Gamma { get; }

    /// <summary>Dollars for one percentage point of interest.</summary>
    decimal? Rho { get; }

    /// <summary>Dollars a day; negative as a rule.</summary>
    decimal? Theta { get; }

    /// <summary>Dollars for one percentage point of volatility.</summary>
    decimal? Vega { get; }
}
