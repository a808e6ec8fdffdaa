using System.Threading.Channels;
using ExitDesk.Engine.Reading;
using Xunit;

namespace ExitDesk.Engine.Tests.Reading;

public sealed class SharedReadTests
{
    private readonly Channel<Read> _reads = Channel.CreateUnbounded<Read>();
    private readonly SharedRead<int, string> _shared;

    public SharedReadTests() => _shared = new(asked =>
    {
        var read = new Read(asked, new TaskCompletionSource<string>());
        _reads.Writer.TryWrite(read);
        return read.Answer.Task;
    });

    [Fact]
    public async Task WhenNobodyElseAsks_ItIsReadAtOnce()
    {
        var answer = _shared.ReadAsync(1);
        var read = await BegunAsync();
        Assert.Equal([1], read.Asked);
        read.Answer.SetResult("one");
        Assert.Equal("one", await answer);
    }

    [Fact]
    public async Task WhenAReadIsOnItsWay_AllWhoComeShareTheNextOne()
    {
        var first = _shared.ReadAsync(1);
        var others = Enumerable.Range(2, 5).Select(number => _shared.ReadAsync(number)).ToList();
        var early = await BegunAsync();
        Assert.False(_reads.Reader.TryPeek(out _));
        early.Answer.SetResult("early");
        Assert.Equal("early", await first);
        Assert.All(others, other => Assert.False(other.IsCompleted));
        var later = await BegunAsync();
        Assert.Equal([2, 3, 4, 5, 6], later.Asked);
        later.Answer.SetResult("later");
        Assert.All(await Task.WhenAll(others), answer => Assert.Equal("later", answer));
        Assert.False(_reads.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task WhenAllHaveTheirAnswer_NothingIsKept()
    {
        var first = _shared.ReadAsync(1);
        (await BegunAsync()).Answer.SetResult("old");
        await first;
        var second = _shared.ReadAsync(2);
        (await BegunAsync()).Answer.SetResult("new");
        Assert.Equal("new", await second);
    }

    [Fact]
    public async Task WhenAReadFails_ThoseWhoSharedItHearOfIt_AndTheNextIsRead()
    {
        var first = _shared.ReadAsync(1);
        var second = _shared.ReadAsync(2);
        (await BegunAsync()).Answer.SetException(new InvalidOperationException("broken"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        (await BegunAsync()).Answer.SetResult("two");
        Assert.Equal("two", await second);
    }

    [Fact]
    public async Task WhenManyAskFromManyThreads_EachGetsAnAnswerThatIsNotOlderThanItsQuestion()
    {
        var clock = 0L;
        var calls = 0;
        var shared = new SharedRead<int, long>(async _ =>
        {
            Interlocked.Increment(ref calls);
            var read = Interlocked.Read(ref clock);
            await Task.Yield();
            return read;
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, 5_000), async (number, _) =>
        {
            var asked = Interlocked.Increment(ref clock);
            Assert.True(await shared.ReadAsync(number) >= asked);
        });
        Assert.InRange(calls, 1, 5_000);
    }

    private async Task<Read> BegunAsync() => await _reads.Reader.ReadAsync();

    private sealed record Read(IReadOnlyList<int> Asked, TaskCompletionSource<string> Answer);
}
