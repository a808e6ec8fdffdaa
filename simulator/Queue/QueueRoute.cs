namespace ExitDesk.Simulator.Queue;

/// <summary>What a request is about.</summary>
/// <param name="Call">The operation.</param>
/// <param name="Queue">The queue's name, perhaps with <c>/$deadletterqueue</c>.</param>
/// <param name="Identifier">MessageId or sequence number, for operations on a locked message; else null.</param>
/// <param name="LockToken">The lock, for these; else empty.</param>
internal sealed record QueueRoute(QueueCall Call, string Queue, string? Identifier = null, Guid LockToken = default)
{
    /// <summary>Reads method and target; null if no operation has them.</summary>
    /// <param name="method">In capitals.</param>
    /// <param name="rawTarget">As sent: an escaped slash belongs to a name, a bare one divides.</param>
    public static QueueRoute? Parse(string method, string rawTarget)
    {
        var path = rawTarget.Split('?')[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return path switch
        {
            [.. var queue, "messages"] when queue.Length > 0 && method == "POST" => new QueueRoute(QueueCall.Send, Name(queue)),
            [.. var queue, "messages", "head"] when queue.Length > 0 => method switch
            {
                "POST" => new QueueRoute(QueueCall.PeekLock, Name(queue)),
                "DELETE" => new QueueRoute(QueueCall.ReceiveAndDelete, Name(queue)),
                _ => null,
            },
            [.. var queue, "messages", var id, var token] when queue.Length > 0 && Guid.TryParse(token, out var lockToken) =>
                Settlement(method) is { } call ? new QueueRoute(call, Name(queue), id, lockToken) : null,
            _ => null,
        };
    }

    private static QueueCall? Settlement(string method) => method switch
    {
        "DELETE" => QueueCall.Complete,
        "PUT" => QueueCall.Unlock,
        "POST" => QueueCall.RenewLock,
        _ => null,
    };

    private static string Name(string[] parts) => string.Join('/', parts);
}
