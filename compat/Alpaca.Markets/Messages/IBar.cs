namespace Alpaca.Markets;

/// <summary>The trades of one span, summed up. Prices in dollars for one share.</summary>
public interface IBar
{
    string Symbol { get; }

    /// <summary>When the span begins; of a day, midnight in New York.</summary>
    DateTime TimeUtc { get; }

    decimal Open { get; }

    decimal High { get; }

    decimal Low { get; }

    decimal Close { get; }
}
