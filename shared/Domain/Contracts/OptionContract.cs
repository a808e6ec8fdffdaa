namespace ExitDesk.Domain.Contracts;

/// <summary>A listed option as its OCC symbol names it.</summary>
/// <param name="Root">OCC root, 1 to 6 characters; the root of an adjusted contract ends in a digit.</param>
/// <param name="Expiration">The last exchange day, in New York.</param>
/// <param name="Right">Call or put.</param>
/// <param name="Strike">USD per share, above 0, at most three decimals.</param>
public sealed record OptionContract(string Root, DateOnly Expiration, OptionRight Right, decimal Strike)
{
    /// <summary>The stock whose option this is: the root without the digit of an adjustment.</summary>
    public string Underlying => IsAdjusted ? Root.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') : Root;

    /// <summary>True if a split, merger or special dividend changed what one contract delivers.</summary>
    public bool IsAdjusted => char.IsAsciiDigit(Root[^1]);

    /// <summary>The OCC symbol without padding, for instance <c>GOOG151224C00750000</c>.</summary>
    public string Symbol => OccSymbol.Format(this);

    public override string ToString() => Symbol;
}
