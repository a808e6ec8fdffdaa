namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Who calls the trading API, and how much of the account's calls a minute it may take.</summary>
public enum CallShare
{
    /// <summary>Closes: all of them.</summary>
    Closes,

    /// <summary>Everything else: all but those that are kept for closes.</summary>
    Others,
}
