namespace Azure.Messaging.ServiceBus;

/// <summary>A message to be sent.</summary>
public class ServiceBusMessage
{
    private const int LongestMessageId = 128;

    public ServiceBusMessage()
        : this(BinaryData.Empty)
    {
    }

    public ServiceBusMessage(string? body)
        : this(BinaryData.FromString(body ?? string.Empty))
    {
    }

    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    public BinaryData Body { get; set; }

    /// <summary>
    /// What duplicate detection goes by, and therefore what makes repeating a send safe: null means that a send whose outcome
    /// is unknown is not repeated. 1 to 128 characters.
    /// </summary>
    /// <exception cref="ArgumentException">Empty, or longer than 128 characters.</exception>
    public string? MessageId
    {
        get;
        set
        {
            if (value is { Length: 0 or > LongestMessageId })
            {
                throw new ArgumentException(
                    $"MessageId must have 1 to {LongestMessageId} characters, not {value.Length}.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>The application's label for the message, or null.</summary>
    public string? Subject { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>Media type of the body, or null.</summary>
    public string? ContentType { get; set; }

    /// <summary>When the message becomes visible, by the service's clock; default means at once.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>How long after that it lives; <see cref="TimeSpan.MaxValue"/>, the default, means as long as the queue allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public TimeSpan TimeToLive
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.MaxValue;

    /// <summary>
    /// Named values beside the body: string, bool, int, long, double, decimal, Guid, DateTime, DateTimeOffset or TimeSpan. Names
    /// are HTTP tokens on this wire.
    /// </summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    public override string ToString() => $"{{MessageId:{MessageId}}}";
}
