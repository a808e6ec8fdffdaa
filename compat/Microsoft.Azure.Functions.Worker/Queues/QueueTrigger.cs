namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <param name="Queue">The queue's name, without the dead-letter suffix.</param>
/// <param name="IsDeadLetter">Whether the queue's dead letters are meant.</param>
/// <param name="Connection">How to reach the namespace.</param>
internal sealed record QueueTrigger(string Queue, bool IsDeadLetter, QueueConnection Connection) : Trigger
{
    private const string DeadLetterSuffix = "/$deadletterqueue";

    public override string ToString() => $"queue {Queue}{(IsDeadLetter ? DeadLetterSuffix : "")}";

    /// <summary>Takes <c>name</c> or <c>name/$deadletterqueue</c>.</summary>
    public static QueueTrigger For(string path, QueueConnection connection) =>
        path.EndsWith(DeadLetterSuffix, StringComparison.OrdinalIgnoreCase)
            ? new(path[..^DeadLetterSuffix.Length], true, connection)
            : new(path, false, connection);
}
