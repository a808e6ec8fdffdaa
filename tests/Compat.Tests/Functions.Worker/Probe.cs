using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

/// <summary>Where functions under test leave what they saw, and wait until the test lets them go on.</summary>
public sealed class Probe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<object> _seen = Channel.CreateUnbounded<object>();
    private readonly ConcurrentQueue<object> _all = new();
    private readonly SemaphoreSlim _door = new(0);

    /// <summary>Everything seen so far.</summary>
    public IReadOnlyCollection<object> All => _all;

    public void See(object fact)
    {
        _all.Enqueue(fact);
        _seen.Writer.TryWrite(fact);
    }

    /// <summary>The next fact not yet taken; waits for it, and fails if none comes.</summary>
    public async Task<object> NextAsync() => await _seen.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Lets that many functions pass the door.</summary>
    public void Open(int count = 1) => _door.Release(count);

    /// <summary>Where a function waits for the test.</summary>
    public Task DoorAsync(CancellationToken cancellationToken) => _door.WaitAsync(cancellationToken);

    public void Dispose() => _door.Dispose();
}
