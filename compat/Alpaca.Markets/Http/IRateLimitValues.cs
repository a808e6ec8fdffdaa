namespace Alpaca.Markets;

/// <summary>The request budget as of the last answer that told it.</summary>
public interface IRateLimitValues
{
    /// <summary>Requests a minute; 0 when no answer has told yet.</summary>
    int Limit { get; }

    /// <summary>Requests left until <see cref="ResetTimeUtc"/>; 0 also when no answer has told yet.</summary>
    int Remaining { get; }

    /// <summary>When the budget is whole again; <see cref="DateTime.MinValue"/> when no answer has told yet.</summary>
    DateTime ResetTimeUtc { get; }
}
