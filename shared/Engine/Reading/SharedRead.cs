namespace ExitDesk.Engine.Reading;

/// <summary>Makes one read of what many ask at the same time. Thread-safe.</summary>
/// <remarks>
/// Whoever asks while a read is on its way waits for the next one, which begins when that one ends and answers all who wait. So
/// an answer is never older than its question, nothing is kept, and no clock is looked at; and a hundred steps that run side by
/// side cost a few calls.
/// </remarks>
/// <typeparam name="TAsked">What one asks for.</typeparam>
/// <typeparam name="TAnswer">The answer to all of them.</typeparam>
/// <param name="read">Reads for all who wait, at least one. Its own patience ends it: that of one must not end it for all.</param>
public sealed class SharedRead<TAsked, TAnswer>(Func<IReadOnlyList<TAsked>, Task<TAnswer>> read)
{
    private readonly Lock _gate = new();
    private Task? _running;
    private Round? _next;

    /// <summary>Asks. Nothing but the answer ends the wait: the read has a patience of its own.</summary>
    /// <param name="asked">What for.</param>
    public Task<TAnswer> ReadAsync(TAsked asked)
    {
        Round round;
        lock (_gate)
        {
            round = _next ?? new Round(_running);
            round.Asked.Add(asked);
            if (_next is not null)
            {
                return round.Answer.Task;
            }

            (_next, _running) = (round, round.Answer.Task);
        }

        _ = RunAsync(round);
        return round.Answer.Task;
    }

    private async Task RunAsync(Round round)
    {
        if (round.Before is { } before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lock (_gate)
        {
            _next = null;
        }

        try
        {
            round.Answer.SetResult(await read(round.Asked).ConfigureAwait(false));
        }
        catch (Exception problem)
        {
            round.Answer.SetException(problem);
        }
    }

    private sealed record Round(Task? Before)
    {
        public List<TAsked> Asked { get; } = [];

        public TaskCompletionSource<TAnswer> Answer { get; } = new();
    }
}
