using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>Lets a stop act only after several readings agree, so that one wild print closes nothing.</summary>
public static class Confirmation
{
    /// <summary>Readings before this much of the session has passed confirm nothing.</summary>
    public static readonly TimeSpan AfterOpen = TimeSpan.FromSeconds(60);

    /// <summary>Readings nearer together than this are one: a second instance must not confirm the first's.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A hold on an unchanged quote is recorded once; one that stood this long, until the next record, was read at least twice.
    /// </summary>
    public static readonly TimeSpan Standing = TimeSpan.FromSeconds(20);

    private const int Window = 3;

    /// <summary>Whether a stop that fires now is confirmed.</summary>
    /// <param name="earlier">Earlier evaluations, oldest first; those of other sessions and undecided ones do not count.</param>
    /// <param name="moment">Now.</param>
    /// <param name="deep">The loss is beyond 1.5 × the limit: two of two suffice.</param>
    /// <param name="zeroBid">The bid is zero: three of three are needed.</param>
    /// <param name="rule">Which stop: the plain or the trailing one.</param>
    public static bool IsConfirmed(IReadOnlyList<Evaluation> earlier, MarketMoment moment, bool deep, bool zeroBid, ExitReason rule = ExitReason.StopLoss)
    {
        if (moment.SinceOpen is not { } sinceOpen || sinceOpen < AfterOpen)
        {
            return false;
        }

        var countFrom = moment.Session!.OpenAt + AfterOpen;
        var agreed = 1;
        var readings = 1;
        var newest = moment.Now;
        bool? previous = null;
        for (var i = earlier.Count - 1; i >= 0 && readings < Window; i--)
        {
            var evaluation = earlier[i];
            if (evaluation.At < countFrom || newest - evaluation.At < Apart || (rule == ExitReason.TrailingStop ? evaluation.TrailingAgreed : evaluation.StopAgreed) is not { } stop)
            {
                continue;
            }

            var stoodUntil = i + 1 < earlier.Count ? earlier[i + 1].At : moment.Now;
            readings += !stop && stoodUntil - evaluation.At >= Standing ? 2 : 1;
            newest = evaluation.At;
            previous ??= stop;
            agreed += stop ? 1 : 0;
        }

        if (zeroBid)
        {
            return agreed == Window;
        }

        return (readings >= Window && agreed >= 2) || (deep && previous == true);
    }
}
