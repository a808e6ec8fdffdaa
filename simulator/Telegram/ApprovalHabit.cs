namespace ExitDesk.Simulator.Telegram;

/// <summary>What a <see cref="ScriptedUser"/> does with cards; on the command line <c>--approve auto|never|slow|random</c>.</summary>
public enum ApprovalHabit
{
    /// <summary>Presses the button that acts, once a card, at once.</summary>
    Auto,

    /// <summary>Never presses anything.</summary>
    Never,

    /// <summary>As <see cref="Auto"/>, but four minutes of market time late, if the card still offers it then.</summary>
    Slow,

    /// <summary>By the seed acts, refuses or leaves a card alone, up to ten minutes late.</summary>
    Random,
}
