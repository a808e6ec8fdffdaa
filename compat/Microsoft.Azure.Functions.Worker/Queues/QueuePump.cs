using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Hands a queue's messages to a function: peek-lock, complete after success, abandon after an exception.</summary>
/// <remarks>How often a message is delivered, and when it becomes a dead letter, is for the queue to say.</remarks>
internal sealed class QueuePump(
    FunctionEntry function,
    QueueReception reception,
    LockRenewal renewal,
    FunctionInvoker invoker,
    int maxConcurrentCalls,
    RunningInvocations running,
    ILogger log)
    : IListener, IDisposable
{
    private readonly SemaphoreSlim _slots = new(maxConcurrentCalls);

    public FunctionEntry Function => function;

    public async Task ListenAsync(CancellationToken stopping)
    {
        while (true)
        {
            // A slot first: a message received without one would lose lock time while it waits.
            await _slots.WaitAsync(stopping).ConfigureAwait(false);
            var message = await reception.NextAsync(stopping).ConfigureAwait(false);
            running.Enter();
            _ = HandleAsync(message);
        }
    }

    public async Task TriggerAsync(string? input, CancellationToken stopping) =>
        await invoker.InvokeAsync(new Invocation(function, input ?? ""), CancellationToken.None).ConfigureAwait(false);

    public void Dispose() => _slots.Dispose();

    private async Task HandleAsync(ServiceBusReceivedMessage message)
    {
        try
        {
            await Task.Yield();
            using var handled = new CancellationTokenSource();
            var renewing = renewal.KeepAsync(message, handled.Token);
            var invocation = new Invocation(function, message.Body.ToString());
            var failure = await invoker.InvokeAsync(invocation, CancellationToken.None).ConfigureAwait(false);
            await handled.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
            await SettleAsync(message, failure is null).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
            running.Leave(null);
        }
    }

    // Settled even while the host stops: otherwise finished work would be delivered again.
    private async Task SettleAsync(ServiceBusReceivedMessage message, bool succeeded)
    {
        try
        {
            await (succeeded
                ? reception.Receiver.CompleteMessageAsync(message, CancellationToken.None)
                : reception.Receiver.AbandonMessageAsync(message, null, CancellationToken.None)).ConfigureAwait(false);
        }
        catch (Exception refused)
        {
            log.LogWarning(
                "{Function}: message {MessageId} could not be {Settled}, so that it may be delivered again ({Reason})",
                function.Name,
                message.MessageId,
                succeeded ? "completed" : "abandoned",
                refused.Message);
        }
    }
}
