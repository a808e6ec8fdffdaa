namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>What came back for one request, down to nothing at all.</summary>
/// <param name="Status">HTTP status; null if no status line came.</param>
/// <param name="Body">As far as it came, with our keys blotted out.</param>
/// <param name="Failure">Why the answer is missing or cut short; null if it is whole.</param>
/// <param name="Wait">How long the broker asks to wait after a 429; null if it did not say.</param>
internal sealed record AlpacaAnswer(int? Status, string Body, string? Failure, TimeSpan? Wait)
{
    public bool IsSuccess => Status is >= 200 and < 300 && Failure is null;

    /// <summary>True if the same read may well succeed a moment later.</summary>
    public bool IsTransient => Failure is not null || Status is 408 or >= 500;

    public static AlpacaAnswer Nothing(string why) => new(null, "", why, null);
}
