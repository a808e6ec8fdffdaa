using ExitDesk.Simulator.Queue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

public sealed class DeadLetterTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task WhenTheTenthDeliveryFails_TheMessageIsDeadLetteredWithItsReason()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a", "body") with { Properties = new Dictionary<string, string> { ["kind"] = "\"close\"" } });
        for (var delivery = 1; delivery <= 9; delivery++)
        {
            day.Queue.Abandon((await day.RequireAsync()).LockToken);
        }

        var tenth = await day.RequireAsync();
        Assert.Equal(10, tenth.DeliveryCount);
        Assert.Null(await day.TakeAsync(day.Queue.DeadLetters));

        day.Queue.Abandon(tenth.LockToken);

        Assert.Null(await day.TakeAsync());
        var dead = await day.RequireAsync(day.Queue.DeadLetters);
        Assert.Equal(("a", "\"close\""), (dead.Message.MessageId, dead.Message.Properties["kind"]));
        Assert.Equal("\"MaxDeliveryCountExceeded\"", dead.Message.Properties["DeadLetterReason"]);
        Assert.Contains("10 delivery attempts", dead.Message.Properties["DeadLetterErrorDescription"], StringComparison.Ordinal);
        Assert.Equal(1, day.Counters.DeadLettered);
    }

    [Fact]
    public async Task WhenTheLastLockExpires_TheMessageIsDeadLettered()
    {
        using var day = new QueueDay(new QueueRules { MaxDeliveryCount = 1 });
        day.Queue.Send(QueueDay.Message("a"));
        await day.RequireAsync();
        var waiting = day.Queue.DeadLetters!.ReceiveAsync(ReceiveMode.PeekLock, CancellationToken.None);

        day.At(new QueueRules().LockDuration);

        Assert.Equal("a", (await waiting.WaitAsync(QueueDay.Patience))!.Message.MessageId);
    }

    [Fact]
    public async Task WhenADeadLetterIsAbandoned_ItStays()
    {
        using var day = new QueueDay(new QueueRules { MaxDeliveryCount = 1 });
        day.Queue.Send(QueueDay.Message("a"));
        day.Queue.Abandon((await day.RequireAsync()).LockToken);
        for (var delivery = 0; delivery < 20; delivery++)
        {
            day.Queue.DeadLetters!.Abandon((await day.RequireAsync(day.Queue.DeadLetters)).LockToken);
        }

        Assert.NotNull(await day.TakeAsync(day.Queue.DeadLetters));
    }

    [Fact]
    public async Task WhenOneTickOfLifeIsLeft_TheMessageIsDelivered()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a") with { TimeToLive = TimeSpan.FromSeconds(30) });

        day.At(TimeSpan.FromSeconds(30) - Tick);

        Assert.Equal("a", await day.NextIdAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhenItsLifeEnds_TheMessageIsGoneOrDeadLettered(bool deadLetters)
    {
        using var day = new QueueDay(new QueueRules { DeadLettersExpired = deadLetters });
        day.Queue.Send(QueueDay.Message("a") with { TimeToLive = TimeSpan.FromSeconds(30) });

        day.At(TimeSpan.FromSeconds(30));

        Assert.Null(await day.TakeAsync());
        var dead = await day.TakeAsync(day.Queue.DeadLetters);
        Assert.Equal(deadLetters ? "\"TTLExpiredException\"" : null, dead?.Message.Properties["DeadLetterReason"]);
        Assert.Equal(1, day.Counters.Expired);
    }

    [Fact]
    public async Task WhenScheduled_ItsLifeBeginsWithItsVisibility()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a") with { TimeToLive = TimeSpan.FromSeconds(30) }, TimeSpan.FromMinutes(5));

        day.At(TimeSpan.FromMinutes(5));

        Assert.Equal("a", await day.NextIdAsync());
    }

    [Fact]
    public async Task WhenItsLifeEndsUnderALock_ItMayStillBeCompletedButComesNoMore()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a") with { TimeToLive = TimeSpan.FromSeconds(30) });
        var delivery = await day.RequireAsync();

        day.At(TimeSpan.FromSeconds(31));

        Assert.NotNull(day.Queue.Renew(delivery.LockToken));
        day.Queue.Abandon(delivery.LockToken);
        Assert.Null(await day.TakeAsync());
    }
}
