namespace ExitDesk.Simulator.Queue;

/// <summary>A message as its sender made it.</summary>
/// <param name="Body">Any bytes.</param>
/// <param name="MessageId">What duplicate detection goes by; null lets the queue make one.</param>
public sealed record QueueMessage(ReadOnlyMemory<byte> Body, string? MessageId = null)
{
    public string? Label { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>Media type of the body, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Market time from visibility on; null means as long as the queue allows.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Custom properties as they stand on the wire: text in quotes, numbers bare.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
}
