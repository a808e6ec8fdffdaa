namespace Alpaca.Markets;

/// <summary>What the market last did in one option contract.</summary>
public interface IOptionSnapshot
{
    /// <summary>The OCC symbol.</summary>
    string Symbol { get; }

    /// <summary>Null when there is none.</summary>
    IQuote? Quote { get; }

    /// <summary>Null when it never traded.</summary>
    ITrade? Trade { get; }

    /// <summary>Null when the API could not work them out, as for an illiquid contract.</summary>
    IGreeks? Greeks { get; }

    /// <summary>A fraction a year: 0.25 is 25 %. Null when the API could not work it out.</summary>
    decimal? ImpliedVolatility { get; }
}
