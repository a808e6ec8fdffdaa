namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>What the owner does in the chat.</summary>
internal enum OwnerAct
{
    /// <summary>Asks for the close of a position.</summary>
    Close,

    /// <summary>Presses a button of the newest card that has some.</summary>
    Press,

    /// <summary>Halts the desk.</summary>
    Halt,

    /// <summary>Ends a halt.</summary>
    Resume,

    /// <summary>Switches to Monitor.</summary>
    Monitor,

    /// <summary>Closes everything.</summary>
    Emergency,
}
