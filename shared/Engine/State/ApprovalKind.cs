namespace ExitDesk.Engine.State;

/// <summary>What a card asks.</summary>
public enum ApprovalKind
{
    /// <summary>A rule fired under "ask".</summary>
    CloseByRule,

    /// <summary>The owner's own close waits for its second tap.</summary>
    CloseByOwner,

    /// <summary>What is left of a structure that lost a leg: close it, keep it, or pair it again.</summary>
    Orphan,

    /// <summary>A position expires today near the money: close it now, hold it to T-2, or say that it is not to be exercised.</summary>
    Expiry,

    /// <summary>The instruction not to exercise waits for its second tap.</summary>
    DoNotExercise,
    /// <summary>Positions that the desk did not open: manage, watch or ignore them.</summary>
    Adoption,

    /// <summary>The owner's close of every option position waits for its second tap.</summary>
    CloseAll,

    /// <summary>The switch to Emergency waits for its second tap.</summary>
    Emergency,

    /// <summary>A rule of the account wants mode Emergency, and switches to it unless answered.</summary>
    AccountEmergency,

    /// <summary>The switch to Active waits for its second tap.</summary>
    Activate,

    /// <summary>The kill switch waits for its second tap.</summary>
    Halt,

    /// <summary>The return from Halted waits for its second tap.</summary>
    Resume,
}
