using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Closing;

/// <summary>How a price is walked from the mid to the closing side.</summary>
/// <param name="Steps">Prices that are tried.</param>
/// <param name="Each">How long each works.</param>
/// <param name="IsBounded">True if it stays within the slippage limit of the trigger's mid, and stops when its rule no longer holds.</param>
public sealed record WalkPace(int Steps, TimeSpan Each, bool IsBounded)
{
    private static readonly WalkPace OfFast = new(3, TimeSpan.FromSeconds(5), false);
    private static readonly WalkPace OfNormal = new(4, TimeSpan.FromSeconds(10), true);
    private static readonly WalkPace OfPatient = new(6, TimeSpan.FromSeconds(20), true);

    /// <summary>Null for what is not walked.</summary>
    public static WalkPace? Of(Urgency urgency) => urgency switch
    {
        Urgency.Patient => OfPatient,
        Urgency.Normal => OfNormal,
        Urgency.Fast => OfFast,
        Urgency.Immediate => null,
    };

    /// <summary>How far a step is from the mid to the closing side: 0 at the first, 1 at the last.</summary>
    public decimal Share(int step) => (decimal)step / (Steps - 1);
}
