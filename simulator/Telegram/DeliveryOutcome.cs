namespace ExitDesk.Simulator.Telegram;

/// <summary>How the delivery of an update ended.</summary>
public enum DeliveryOutcome
{
    /// <summary>The webhook answered 2xx.</summary>
    Acknowledged,

    /// <summary>It outlived its time in the queue: 150 seconds for a press, 24 hours for a message.</summary>
    Lost,

    /// <summary>The webhook does not ask for this kind, the bot does not hear it in a group, or the queue was emptied.</summary>
    Dropped,
}
