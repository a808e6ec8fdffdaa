using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Turns what the SDK throws into failed reads.</summary>
/// <remarks>
/// The SDK bounds only the wait for headers, and an answer it cannot parse surfaces as whatever its JSON library throws, with
/// no common type: so a read bounds itself and takes every exception for a failed read. Cancellation by the caller passes.
/// </remarks>
internal sealed class SdkReads(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public async Task<BrokerRead<T>> TryAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return BrokerRead<T>.Of(await read().WaitAsync(Longest, time, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return BrokerRead<T>.Failed($"{problem.GetType().Name}: {problem.Message}");
        }
    }
}
