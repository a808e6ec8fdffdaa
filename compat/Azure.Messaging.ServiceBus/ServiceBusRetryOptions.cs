namespace Azure.Messaging.ServiceBus;

/// <summary>How a failed call is repeated. Which calls may be repeated at all is not an option: see the README.</summary>
public class ServiceBusRetryOptions
{
    /// <summary>Repetitions after the first attempt; 0 means none.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Wait before the first repetition, doubled for each further one. A Retry-After header overrules it.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>Longest wait between two attempts.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait for one attempt, and the wait of a receive that names none.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromMinutes(1);
}
