namespace ExitDesk.Domain.Closing;

/// <summary>Keeps closes from storming a broker that fails. Pure: facts and the broker's clock in, the next state out.</summary>
/// <remarks>
/// It never stops what is urgent: that goes on one at a time, so that a broker that takes one in ten still gets the ten. It is no
/// part of the ledger: each process judges its own wire, and one that starts anew finds out with six calls. What a closing must not
/// forget, its failures and pauses, stands in the closing.
/// </remarks>
public sealed record CircuitBreaker
{
    /// <summary>More failures than this within the window open it.</summary>
    public const int Tolerated = 5;

    /// <summary>A failure this old no longer counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>How long it stays open before the next trial.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    /// <summary>As a process starts.</summary>
    public static CircuitBreaker New { get; } = new();

    /// <summary>When it opened, or opened again; null while closed.</summary>
    public DateTimeOffset? OpenedAt { get; private init; }

    private IReadOnlyList<BreakerFailure> Failures { get; init; } = [];

    private BreakerSlot? Slot { get; init; }

    public BreakerState StateAt(DateTimeOffset now) =>
        OpenedAt is not { } opened ? BreakerState.Closed : now - opened < Rest ? BreakerState.Open : BreakerState.HalfOpen;

    /// <summary>When a close may ask again; null if it may go now.</summary>
    /// <param name="closing">Whose.</param>
    /// <param name="isUrgent">True if it goes on while open.</param>
    /// <param name="now">The broker's clock.</param>
    public DateTimeOffset? HeldUntil(string closing, bool isUrgent, DateTimeOffset now) => StateAt(now) switch
    {
        BreakerState.Closed => null,
        BreakerState.Open when !isUrgent => OpenedAt + Rest,
        BreakerState.Open or BreakerState.HalfOpen => IsTaken(closing, now) ? now + CloseLimits.Pause(TimeSpan.Zero) : null,
    };

    /// <summary>A close that may go goes: unless closed, no other may until it is over.</summary>
    public CircuitBreaker Enter(string closing, DateTimeOffset now) =>
        StateAt(now) == BreakerState.Closed ? this : this with { Slot = new BreakerSlot(closing, now) };

    /// <summary>Its call has ended, whatever came of it.</summary>
    public CircuitBreaker Leave(string closing) => Slot?.Closing == closing ? this with { Slot = null } : this;

    /// <summary>Works in what one attempt says of the broker.</summary>
    /// <param name="attempt">Names the attempt.</param>
    /// <param name="sentAt">When it was sent, by the broker's clock.</param>
    /// <param name="verdict">What it says.</param>
    /// <param name="now">The broker's clock.</param>
    public (CircuitBreaker Next, BreakerChange? Change) Judge(string attempt, DateTimeOffset sentAt, BreakerVerdict verdict, DateTimeOffset now) =>
        OpenedAt is { } opened
            ? sentAt - opened < Rest ? (this, null) : AfterTrial(verdict, sentAt)
            : verdict is BreakerVerdict.Refused or BreakerVerdict.Unanswered ? Failed(new BreakerFailure(attempt, sentAt), now)
            : (this, null);

    private (CircuitBreaker Next, BreakerChange? Change) AfterTrial(BreakerVerdict verdict, DateTimeOffset sentAt) => verdict switch
    {
        BreakerVerdict.Taken => (New, BreakerChange.Recovered),
        BreakerVerdict.Unanswered => (this with { OpenedAt = sentAt }, BreakerChange.Reopened),
        BreakerVerdict.Refused or BreakerVerdict.Nothing => (this, null),
    };

    private (CircuitBreaker Next, BreakerChange? Change) Failed(BreakerFailure failure, DateTimeOffset now)
    {
        IReadOnlyList<BreakerFailure> recent =
            [.. Failures.Where(known => known.Attempt != failure.Attempt).Append(failure).Where(known => now - known.At < Window)];
        return recent.Count > Tolerated
            ? (this with { Failures = [], OpenedAt = recent.Max(known => known.At) }, BreakerChange.Opened)
            : (this with { Failures = recent }, null);
    }

    private bool IsTaken(string closing, DateTimeOffset now) =>
        Slot is { } slot && slot.Closing != closing && now - slot.Since < CloseLimits.IntentLease;
}
