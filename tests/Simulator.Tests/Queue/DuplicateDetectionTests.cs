using ExitDesk.Simulator.Queue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

public sealed class DuplicateDetectionTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan Window = new QueueRules().DuplicateWindow;

    [Fact]
    public async Task WhenRepeatedInsideTheWindow_ItIsDroppedEvenIfCompleted()
    {
        using var day = new QueueDay();
        Assert.True(day.Queue.Send(QueueDay.Message("a")));
        day.Queue.Complete((await day.RequireAsync()).LockToken);

        day.At(Window - Tick);

        Assert.False(day.Queue.Send(QueueDay.Message("a")));
        Assert.Null(await day.TakeAsync());
        Assert.Equal((1, 1), (day.Counters.Sent, day.Counters.DuplicatesDropped));
    }

    [Fact]
    public async Task WhenTheWindowHasPassed_ItIsAnotherMessage()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        day.Queue.Complete((await day.RequireAsync()).LockToken);

        day.At(Window);

        Assert.True(day.Queue.Send(QueueDay.Message("a")));
        Assert.Equal("a", await day.NextIdAsync());
    }

    [Fact]
    public void WhenRepeatedAgainAndAgain_TheWindowIsNotProlonged()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        day.At(Window / 2);
        Assert.False(day.Queue.Send(QueueDay.Message("a")));

        day.At(Window);

        Assert.True(day.Queue.Send(QueueDay.Message("a")));
    }

    [Fact]
    public void WhenScheduled_TheWindowBeginsWithTheSending()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"), TimeSpan.FromHours(1));

        Assert.False(day.Queue.Send(QueueDay.Message("a")));
    }

    [Fact]
    public async Task WhenThereIsNoId_EachIsAMessageOfItsOwn()
    {
        using var day = new QueueDay();
        day.Queue.Send(new QueueMessage(Array.Empty<byte>()));
        day.Queue.Send(new QueueMessage(Array.Empty<byte>()));

        Assert.NotEqual(await day.NextIdAsync(), await day.NextIdAsync());
    }

    [Fact]
    public void WhenIdsDifferInCase_TheyAreDifferent()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));

        Assert.True(day.Queue.Send(QueueDay.Message("A")));
    }

    [Fact]
    public void WhenTheWindowIsZero_NothingIsADuplicate()
    {
        using var day = new QueueDay(new QueueRules { DuplicateWindow = TimeSpan.Zero });
        day.Queue.Send(QueueDay.Message("a"));

        Assert.True(day.Queue.Send(QueueDay.Message("a")));
    }
}
