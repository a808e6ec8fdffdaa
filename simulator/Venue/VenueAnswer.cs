using System.Diagnostics.CodeAnalysis;

namespace ExitDesk.Simulator.Venue;

/// <summary>Either what was asked for or the broker's refusal.</summary>
public sealed class VenueAnswer<T>
    where T : class
{
    private VenueAnswer(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>Null: refused.</summary>
    public T? Value { get; }

    /// <summary>Null: granted.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Granted => Refusal is null;

    [SuppressMessage("Usage", "CA2225", Justification = "The constructor's two cases need no second name.")]
    public static implicit operator VenueAnswer<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "The constructor's two cases need no second name.")]
    public static implicit operator VenueAnswer<T>(Refusal refusal) => new(null, refusal);
}
