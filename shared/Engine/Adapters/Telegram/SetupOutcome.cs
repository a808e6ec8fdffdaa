namespace ExitDesk.Engine.Adapters.Telegram;

/// <summary>What became of a call that sets Telegram up.</summary>
public abstract record SetupOutcome
{
    private SetupOutcome()
    {
    }

    /// <param name="Lines">What was done or read.</param>
    public sealed record Done(IReadOnlyList<string> Lines) : SetupOutcome;

    /// <param name="Why">What Telegram said; never with the bot token.</param>
    /// <param name="WhatToDo">The next step.</param>
    public sealed record Failed(string Why, string WhatToDo) : SetupOutcome;
}
