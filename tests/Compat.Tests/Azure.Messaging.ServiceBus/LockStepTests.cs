using Azure.Messaging.ServiceBus;
using Xunit;

namespace ExitDesk.Compat.Tests.ServiceBus;

/// <summary>A day whose clock moves only when the queues are drained, played by a client that knows nothing but wall time.</summary>
public sealed class LockStepTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task WhenEachStepSchedulesTheNext_TheyHappenAtExactMarketTimes()
    {
        await using var bus = await Bus.StartAsync();
        var start = bus.Clock.Now;
        var happened = new List<TimeSpan>();
        using var evening = new CancellationTokenSource();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("1") { MessageId = "closing:1" });
        var pump = PumpAsync();

        await bus.Queues.WhenDrainedAsync(CancellationToken.None).WaitAsync(Patience);
        while (bus.Queues.NextVisibleAt is { } next)
        {
            bus.Clock.AdvanceTo(next);
            await bus.Queues.WhenDrainedAsync(CancellationToken.None).WaitAsync(Patience);
        }

        await evening.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pump);
        Assert.Equal([TimeSpan.Zero, StepLength, StepLength * 2, StepLength * 3], happened);

        async Task PumpAsync()
        {
            while (await bus.Receiver.ReceiveMessageAsync(TimeSpan.FromMinutes(1), evening.Token) is { } message)
            {
                happened.Add(bus.Clock.Now - start);
                if (happened.Count < 4)
                {
                    await bus.Sender.ScheduleMessageAsync(
                        new ServiceBusMessage("step") { MessageId = $"closing:{happened.Count + 1}" },
                        TimeProvider.System.GetUtcNow() + StepLength,
                        evening.Token);
                }

                await bus.Receiver.CompleteMessageAsync(message, evening.Token);
            }
        }
    }
}
