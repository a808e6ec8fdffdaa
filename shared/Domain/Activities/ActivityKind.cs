namespace ExitDesk.Domain.Activities;

/// <summary>What happened in the account (docs.alpaca.markets, "Account Activities", read 2026-11). Any other text is Unknown.</summary>
public enum ActivityKind
{
    Unknown,

    /// <summary>FILL: an execution.</summary>
    Fill,

    /// <summary>OPEXC: a long option was exercised.</summary>
    Exercise,

    /// <summary>OPASN: a short option was assigned.</summary>
    Assignment,

    /// <summary>OPEXP: an option expired.</summary>
    Expiration,

    /// <summary>OPTRD: shares that moved because an option was exercised or assigned.</summary>
    OptionTrade,

    /// <summary>A split, or another change of what is held: SPLIT, FSPLIT, RSPLIT, SPIN, REORG, NC and the like.</summary>
    CorporateAction,

    /// <summary>DIV and its kinds.</summary>
    Dividend,

    /// <summary>FEE, CFEE, PTC, REG, TAF and the like.</summary>
    Fee,

    /// <summary>CSD, CSW, JNLC, TRANS: money that came in or went out.</summary>
    CashTransfer,
}
