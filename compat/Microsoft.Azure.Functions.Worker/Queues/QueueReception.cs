using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Receives one message after another, and outlasts a queue that cannot be reached.</summary>
internal sealed class QueueReception(ServiceBusReceiver receiver, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // An endpoint that answers "nothing" at once instead of waiting must not be asked in a tight loop.
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);

    private TimeSpan _pause;

    public ServiceBusReceiver Receiver => receiver;

    /// <summary>Waits for a message, through failures: after each it pauses longer, and it logs only the change of state.</summary>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<ServiceBusReceivedMessage> NextAsync(CancellationToken stopping)
    {
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            var begun = time.GetTimestamp();
            var (message, failure) = await TryReceiveAsync(stopping).ConfigureAwait(false);
            Note(failure);
            if (message is not null)
            {
                return message;
            }

            var wait = failure is null ? ShortestPoll - time.GetElapsedTime(begun) : _pause;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, stopping).ConfigureAwait(false);
            }
        }
    }

    private async Task<(ServiceBusReceivedMessage? Message, Exception? Failure)> TryReceiveAsync(CancellationToken stopping)
    {
        try
        {
            return (await receiver.ReceiveMessageAsync(LongPoll, stopping).ConfigureAwait(false), null);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            return (null, failure);
        }
    }

    private void Note(Exception? failure)
    {
        if (failure is null)
        {
            if (_pause > TimeSpan.Zero)
            {
                log.LogInformation("Queue {Queue} is reached again", receiver.EntityPath);
            }

            _pause = TimeSpan.Zero;
            return;
        }

        if (_pause == TimeSpan.Zero)
        {
            log.LogError(
                "Queue {Queue} cannot be reached, and is tried until it is: {Reason}", receiver.EntityPath, failure.Message);
        }

        var longer = _pause == TimeSpan.Zero ? FirstPause : _pause * 2;
        _pause = longer < LongestPause ? longer : LongestPause;
    }
}
