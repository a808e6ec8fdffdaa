namespace ExitDesk.Simulator.Telegram;

/// <summary>One press of a button and what came of it.</summary>
/// <param name="CallbackId">Id under which the bot answers it.</param>
/// <param name="UserId">Who pressed.</param>
/// <param name="MessageId">The card.</param>
/// <param name="Data">The button's data, or whatever a forged client sent.</param>
/// <param name="At">Market time of the press.</param>
public sealed record ButtonPress(string CallbackId, long UserId, int MessageId, string Data, DateTimeOffset At)
{
    /// <summary>Null while the delivery is under way.</summary>
    public DeliveryOutcome? Delivery { get; init; }

    /// <summary>True once the bot ended the button's spinner.</summary>
    public bool Answered { get; init; }

    /// <summary>What the bot showed; null for nothing.</summary>
    public string? Answer { get; init; }

    /// <summary>True: the answer stays until it is closed.</summary>
    public bool Alert { get; init; }
}
