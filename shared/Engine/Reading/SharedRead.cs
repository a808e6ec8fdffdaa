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
    private List<(TAsked Asked, TaskCompletionSource<TAnswer> Answer)> _waiting = [];
    private bool _isReading;

    /// <summary>Asks. Nothing but the answer ends the wait: the read has a patience of its own.</summary>
    /// <param name="asked">What for.</param>
    public Task<TAnswer> ReadAsync(TAsked asked)
    {
        var answer = new TaskCompletionSource<TAnswer>();
        lock (_gate)
        {
            _waiting.Add((asked, answer));
            if (_isReading)
            {
                return answer.Task;
            }

            _isReading = true;
        }

        _ = ReadOnAsync();
        return answer.Task;
    }

    private async Task ReadOnAsync()
    {
        while (Next() is { Count: > 0 } round)
        {
            try
            {
                var answer = await read([.. round.Select(one => one.Asked)]).ConfigureAwait(false);
                round.ForEach(one => one.Answer.SetResult(answer));
            }
            catch (Exception problem)
            {
                round.ForEach(one => one.Answer.TrySetException(problem));
            }
        }
    }

    // An answer of one's own for each: continuations of one that is shared would leave this thread.
    private List<(TAsked Asked, TaskCompletionSource<TAnswer> Answer)> Next()
    {
        lock (_gate)
        {
            var round = _waiting;
            _waiting = [];
            _isReading = round.Count > 0;
            return round;
        }
    }
}
