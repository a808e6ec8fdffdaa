using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Closing;

/// <summary>What the next step of a closing is decided on, beside the closing itself.</summary>
/// <param name="Moment">The broker's clock.</param>
/// <param name="IsPermitted">False where mode or trading state forbid automatic orders; the owner's word passes anyway.</param>
public sealed record CloseFacts(MarketMoment Moment, bool IsPermitted)
{
    /// <summary>What was just read, already worked into the closing; null if nothing was.</summary>
    public CloseLook? Look { get; init; }

    /// <summary>Fresh quotes; null if they were not asked for.</summary>
    public CloseQuotes? Quotes { get; init; }

    /// <summary>What was just read of an order that it displaced, already worked into the closing; null if nothing was.</summary>
    public DisplacedLook? Displaced { get; init; }

    /// <summary>True if the last evaluation since the trigger found that no rule wants the position closed.</summary>
    public bool IsRuleGone { get; init; }

    /// <summary>The last safe exit of the position today; null if not known.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>True if a long option that nobody bids for is offered at one tick, as its plan says; false leaves it to expire.</summary>
    public bool OffersWorthless { get; init; }

    /// <summary>True if the ledger knows that others may trade what this closes: then nothing is sent before a complete look.</summary>
    public bool LooksFirst { get; init; }

    public DateTimeOffset Now => Moment.Now;

    /// <summary>True if orders may be sent or cancelled for a closing.</summary>
    public bool MayMutate(PositionClosing closing) => IsPermitted || closing.Trigger.Authority == CloseAuthority.Owner;
}
