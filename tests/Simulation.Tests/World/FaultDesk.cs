using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>Knows which planned fault strikes now, and which did.</summary>
internal sealed class FaultDesk(IReadOnlyList<PlannedFault> planned, Func<DateTimeOffset> now)
{
    private readonly int[] _opportunities = new int[planned.Count];
    private readonly HashSet<DayFault> _bitten = [];

    /// <summary>True once nothing goes wrong any more, so that the desk can finish its work.</summary>
    public bool IsOver { get; set; }

    /// <summary>Faults that made a difference to somebody so far.</summary>
    public IReadOnlyCollection<DayFault> Bitten => _bitten;

    /// <summary>Asks at an opportunity; what strikes counts as bitten.</summary>
    /// <returns>The plan of what strikes; null if nothing does.</returns>
    public PlannedFault? Strikes(DayFault fault)
    {
        if (IsOver)
        {
            return null;
        }

        for (var i = 0; i < planned.Count; i++)
        {
            if (planned[i].Fault == fault && planned[i].At <= now())
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

    /// <summary>Notes that a fault made a difference.</summary>
    public void Bit(DayFault fault) => _bitten.Add(fault);
}
