using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Keeps a message's lock while its handler runs.</summary>
/// <param name="receiver">The receiver of the message.</param>
/// <param name="longest">How long in all; zero for never.</param>
/// <param name="time">The wall clock, which <c>LockedUntil</c> is read against.</param>
/// <param name="log">Where a lost lock is told.</param>
internal sealed class LockRenewal(ServiceBusReceiver receiver, TimeSpan longest, TimeProvider time, ILogger log)
{
    // Bounds the calls should this machine's clock and the service's be far apart.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Renews each time half of the remaining lock has passed. Never throws.</summary>
    /// <param name="message">The message, locked.</param>
    /// <param name="handled">Cancelled when the handler has returned.</param>
    public async Task KeepAsync(ServiceBusReceivedMessage message, CancellationToken handled)
    {
        var begun = time.GetTimestamp();
        try
        {
            while (true)
            {
                var half = (message.LockedUntil - time.GetUtcNow()) / 2;
                var pause = half < ShortestPause ? ShortestPause : half > LongestPause ? LongestPause : half;
                if (time.GetElapsedTime(begun) + pause > longest)
                {
                    return;
                }

                await Task.Delay(pause, time, handled).ConfigureAwait(false);
                if (!await TryRenewAsync(message, handled).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (handled.IsCancellationRequested)
        {
            // The handler has returned.
        }
    }

    /// <summary>False once the lock is lost, and with it the point of renewing.</summary>
    private async Task<bool> TryRenewAsync(ServiceBusReceivedMessage message, CancellationToken handled)
    {
        try
        {
            await receiver.RenewMessageLockAsync(message, handled).ConfigureAwait(false);
            return true;
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            log.LogWarning(
                "Message {MessageId} of {Queue} lost its lock while it was handled, and will be delivered again",
                message.MessageId,
                receiver.EntityPath);
            return false;
        }
        catch (Exception failure) when (!handled.IsCancellationRequested)
        {
            log.LogDebug(
                "Message {MessageId} of {Queue} was not renewed: {Reason}", message.MessageId, receiver.EntityPath, failure.Message);
            return true;
        }
    }
}
