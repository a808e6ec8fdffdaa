using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>Knows which planned fault strikes now, and which did.</summary>
internal sealed class FaultDesk(IReadOnlyList<PlannedFault> planned, Func<DateTimeOffset> now)
{
    // What these do to an exit is judged by itself, or is nothing at all.
    private static readonly DayFault[] Harmless =
    [
        DayFault.TelegramBlocked, DayFault.TelegramLate, DayFault.TelegramRateLimited, DayFault.TelegramRepeat,
        DayFault.QueueDuplicate, DayFault.TwoInstances, DayFault.Expiry, DayFault.SplitAdjustedRoot, DayFault.OwnerRestingOrder,
        DayFault.HaltedSymbol, DayFault.CrossedQuote, DayFault.ZeroBid, DayFault.WideQuote, DayFault.WildPrint,
    ];

    private readonly int[] _opportunities = new int[planned.Count];
    private readonly HashSet<DayFault> _bitten = [];

    /// <summary>True once nothing goes wrong any more, so that the desk can finish its work.</summary>
    public bool IsOver { get; set; }

    /// <summary>Faults that made a difference to somebody so far.</summary>
    public IReadOnlyCollection<DayFault> Bitten => _bitten;

    /// <summary>Asks at an opportunity; what strikes counts as bitten.</summary>
    /// <returns>The plan of what strikes; null if nothing does.</returns>
    public PlannedFault? Strikes(DayFault fault) => Strikes(fault, _ => true);

    /// <summary>Asks at an opportunity of one of two kinds: the plan says which it waits for.</summary>
    /// <param name="fault">What could strike.</param>
    /// <param name="isRarer">True for the kind of which a day has few.</param>
    public PlannedFault? Strikes(DayFault fault, bool isRarer) => Strikes(fault, one => one.Choice % 2 == 0 == isRarer);

    /// <summary>True from a planned time on until the faults are over.</summary>
    public bool Lasts(DayFault fault)
    {
        var lasts = !IsOver && planned.Any(one => one.Fault == fault && one.At <= now());
        if (lasts)
        {
            Bit(fault);
        }

        return lasts;
    }

    /// <summary>When something last went wrong that may delay an exit; a chat that fails may not.</summary>
    public DateTimeOffset DisturbedAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Notes that a fault made a difference.</summary>
    public void Bit(DayFault fault)
    {
        _bitten.Add(fault);
        if (!Harmless.Contains(fault))
        {
            DisturbedAt = now();
        }
    }

    private PlannedFault? Strikes(DayFault fault, Func<PlannedFault, bool> waitsForThis)
    {
        if (IsOver)
        {
            return null;
        }

        for (var i = 0; i < planned.Count; i++)
        {
            if (planned[i].Fault == fault && planned[i].At <= now() && waitsForThis(planned[i]))
            {
                var opportunity = _opportunities[i]++;
                if (opportunity >= planned[i].Skip && opportunity < planned[i].Skip + planned[i].Times)
                {
                    Bit(fault);
                    return planned[i];
                }
            }
        }

        return null;
    }
}
