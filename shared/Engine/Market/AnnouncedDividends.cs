namespace ExitDesk.Engine.Market;

/// <summary>Cash dividends that go ex within some days.</summary>
/// <param name="Amounts">USD per share by underlying; one without a dividend is absent.</param>
/// <param name="Unknown">Underlyings of which it could not be told whether they pay one.</param>
public sealed record AnnouncedDividends(IReadOnlyDictionary<string, decimal> Amounts, IReadOnlySet<string> Unknown)
{
    public static AnnouncedDividends None { get; } = new(new Dictionary<string, decimal>(), new HashSet<string>());

    /// <summary>USD per share, 0 for none; null if unknown.</summary>
    public decimal? Of(string underlying) => Unknown.Contains(underlying) ? null : Amounts.GetValueOrDefault(underlying);
}
