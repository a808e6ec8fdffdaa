namespace ExitDesk.Engine.Ports.Desk;

/// <summary>The owner's chat.</summary>
public interface IOperatorDesk
{
    /// <summary>Sends a new message to the chat from the settings.</summary>
    Task<DeliveryOutcome> SendAsync(Card card, CancellationToken cancellationToken);

    /// <summary>Replaces text and buttons of an earlier message. "Not modified" counts as delivered.</summary>
    Task<DeliveryOutcome> EditAsync(int messageId, Card card, CancellationToken cancellationToken);

    /// <summary>Stops the spinner of a pressed button. "Query is too old" counts as delivered.</summary>
    /// <param name="callbackId">From the press.</param>
    /// <param name="text">A toast of at most 200 characters; empty for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeliveryOutcome> AnswerPressAsync(string callbackId, string text, CancellationToken cancellationToken);
}
