using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

/// <summary>A chosen fault strikes its first opportunity, which is the first message here.</summary>
public sealed class QueueFaultTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task WhenDuplicated_TheMessageComesTwiceUnderOneId()
    {
        using var day = new QueueDay(null, Fault.QueueDuplicate);
        day.Queue.Send(QueueDay.Message("a"));

        var first = await day.RequireAsync();
        var second = await day.RequireAsync();

        Assert.Equal(("a", "a"), (first.Message.MessageId, second.Message.MessageId));
        Assert.NotEqual(first.SequenceNumber, second.SequenceNumber);
        Assert.True(day.Queue.Complete(first.LockToken));
        Assert.True(day.Queue.Complete(second.LockToken));
    }

    [Fact]
    public async Task WhenReordered_TheNextMessageOvertakes()
    {
        using var day = new QueueDay(null, Fault.QueueReorder);
        day.Queue.Send(QueueDay.Message("a"));
        Assert.Null(await day.TakeAsync());

        day.Queue.Send(QueueDay.Message("b"));

        Assert.Equal("b", await day.NextIdAsync());
        Assert.Equal("a", await day.NextIdAsync());
    }

    [Fact]
    public async Task WhenReorderedAndNothingFollows_TheMessageComesAfterTenSeconds()
    {
        using var day = new QueueDay(null, Fault.QueueReorder);
        day.Queue.Send(QueueDay.Message("a"));

        day.At(TimeSpan.FromSeconds(10) - Tick);
        Assert.Null(await day.TakeAsync());

        day.At(TimeSpan.FromSeconds(10));
        Assert.Equal("a", await day.NextIdAsync());
    }

    [Fact]
    public async Task WhenDelayed_TheMessageComesExactlyAMinuteLate()
    {
        using var day = new QueueDay(null, Fault.QueueDelay);
        day.Queue.Send(QueueDay.Message("a"), TimeSpan.FromSeconds(5));

        day.At(TimeSpan.FromSeconds(65) - Tick);
        Assert.Null(await day.TakeAsync());

        day.At(TimeSpan.FromSeconds(65));
        Assert.Equal("a", await day.NextIdAsync());
    }

    [Fact]
    public async Task WhenDropped_TheMessageNeverComesAndItsRepetitionIsADuplicate()
    {
        using var day = new QueueDay(null, Fault.QueueDrop);

        Assert.True(day.Queue.Send(QueueDay.Message("a")));

        Assert.False(day.Queue.Send(QueueDay.Message("a")));
        Assert.Null(await day.TakeAsync());
        Assert.Equal((1, 1), (day.Counters.Sent, day.Counters.Lost));
    }

    [Fact]
    public async Task WhenAllStrikeUnderOneSeed_TwoDaysAreTheSame()
    {
        Assert.Equal(await OrderAsync(), await OrderAsync());

        static async Task<List<string?>> OrderAsync()
        {
            using var day = new QueueDay(null, Fault.QueueDelay, Fault.QueueDrop, Fault.QueueDuplicate, Fault.QueueReorder);
            var seen = new List<string?>();
            for (var number = 0; number < 500; number++)
            {
                day.At(TimeSpan.FromSeconds(number));
                day.Queue.Send(QueueDay.Message($"{number}"));
                seen.Add(await day.NextIdAsync());
            }

            return seen;
        }
    }
}
