namespace ExitDesk.Domain.Exits;

/// <summary>A set of rules, in one machine word: what is silenced is asked for every position at every sweep.</summary>
public readonly record struct RuleSet
{
    private readonly uint _bits;

    private RuleSet(uint bits) => _bits = bits;

    public static RuleSet None => default;

    /// <summary>Every rule; the owner's own request is none and is never in it.</summary>
    public static RuleSet All { get; } = new(((1u << 11) - 1) << 1);

    public bool IsEmpty => _bits == 0;

    public bool Contains(ExitReason rule) => rule != ExitReason.OwnerRequest && (_bits & Bit(rule)) != 0;

    public RuleSet With(ExitReason rule) => rule == ExitReason.OwnerRequest ? this : new(_bits | Bit(rule));

    public RuleSet With(RuleSet others) => new(_bits | others._bits);

    public RuleSet Without(ExitReason rule) => rule == ExitReason.OwnerRequest ? this : new(_bits & ~Bit(rule));

    public RuleSet Without(RuleSet others) => new(_bits & ~others._bits);

    private static uint Bit(ExitReason rule) => 1u << (int)rule;
}
