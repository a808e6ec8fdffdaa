using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>Changes at the broker, each sent once, with what can go wrong before and after they take effect.</summary>
internal sealed class GatedChanges(Wire wire)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(3);

    public async Task<SubmitOutcome> SubmitAsync(Submission submission, Func<Task<SubmitOutcome>> effect, CancellationToken cancellationToken)
    {
        wire.World.Watch.Sends(submission);
        var heard = await ChangeAsync(
            submission.ToString(),
            async () =>
            {
                wire.World.Watch.Reaches(submission);
                var outcome = await effect().ConfigureAwait(false);
                wire.World.Watch.Answered(submission, outcome);
                return outcome;
            },
            outcome => outcome is SubmitOutcome.Accepted,
            why => new SubmitOutcome.Unknown(why),
            wait => new SubmitOutcome.RateLimited(wait),
            cancellationToken).ConfigureAwait(false);
        wire.World.Watch.Heard(submission, heard);
        return heard;
    }

    /// <summary>Sends a change.</summary>
    /// <param name="what">For the timeline.</param>
    /// <param name="effect">What it does at the venue; completes at once.</param>
    /// <param name="isTaken">True of an answer that says that it took effect.</param>
    /// <param name="unknown">The outcome of which nobody knows.</param>
    /// <param name="limited">The outcome of too many calls.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> ChangeAsync<T>(
        string what, Func<Task<T>> effect, Func<T, bool> isTaken, Func<string, T> unknown, Func<TimeSpan?, T> limited, CancellationToken cancellationToken)
    {
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        var outcome = await OutcomeAsync(what, effect, isTaken, unknown, limited, cancellationToken).ConfigureAwait(false);
        wire.Note(what, outcome);
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private async Task<T> OutcomeAsync<T>(
        string what, Func<Task<T>> effect, Func<T, bool> isTaken, Func<string, T> unknown, Func<TimeSpan?, T> limited, CancellationToken cancellationToken)
    {
        if (wire.Strikes(DayFault.RateLimited, isRarer: true) is not null)
        {
            return limited(Wait);
        }

        if (wire.Strikes(DayFault.RateLimitedWithoutHeaders, isRarer: true) is not null)
        {
            return limited(null);
        }

        if (wire.Strikes(DayFault.GatewayTimeoutBeforeAccept) is not null)
        {
            return unknown("HTTP 504, not heard");
        }

        if (wire.Strikes(DayFault.ResetBeforeAccept) is not null)
        {
            return unknown("connection reset, not heard");
        }

        if (wire.Strikes(DayFault.Hang, isRarer: true) is { } hang)
        {
            return await HangAsync(what, hang, effect, unknown, cancellationToken).ConfigureAwait(false);
        }

        if ((wire.Strikes(DayFault.GatewayTimeoutAfterAccept) ?? wire.Strikes(DayFault.ResetAfterAccept)) is { } cut)
        {
            await HearAsync(what, cut, effect).ConfigureAwait(false);
            return unknown(cut.Fault == DayFault.ResetAfterAccept ? "connection reset, heard" : "HTTP 504, heard");
        }

        var outcome = await effect().ConfigureAwait(false);
        return !isTaken(outcome) ? outcome
            : wire.Strikes(DayFault.TruncatedJson, isRarer: true) is not null ? unknown("the answer is cut")
            : outcome;
    }

    private async Task<T> HangAsync<T>(string what, PlannedFault hang, Func<Task<T>> effect, Func<string, T> unknown, CancellationToken cancellationToken)
    {
        // A quarter of what hangs is never heard.
        if (hang.Choice % 8 < 6)
        {
            await HearAsync(what, hang, effect).ConfigureAwait(false);
        }

        await wire.WaitAsync(GatedReads.Patience, cancellationToken).ConfigureAwait(false);
        return unknown("no answer within 10 s");
    }

    // Half of what is not answered takes effect at once, the rest up to 9 s later: even after its sender gave up or died.
    private async Task HearAsync<T>(string what, PlannedFault fault, Func<Task<T>> effect)
    {
        if (fault.Choice % 4 < 2)
        {
            await effect().ConfigureAwait(false);
            return;
        }

        wire.World.Loop.After(TimeSpan.FromMilliseconds(fault.Choice * 9), async () => wire.Note(what + ", heard late", await effect().ConfigureAwait(false)));
    }
}
