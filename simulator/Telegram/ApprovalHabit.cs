namespace ExitDesk.Simulator.Telegram;

/// <summary>What a <see cref="ScriptedUser"/> does with cards; on the command line <c>--approve auto|never</c>.</summary>
public enum ApprovalHabit
{
    /// <summary>Presses the button that acts, once a card.</summary>
    Auto,

    /// <summary>Never presses anything.</summary>
    Never,
}
