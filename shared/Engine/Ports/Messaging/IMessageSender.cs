namespace ExitDesk.Engine.Ports.Messaging;

public interface IMessageSender
{
    /// <summary>Sends one message. At least once: an answer that got lost may mean that it is there.</summary>
    /// <returns>False if the queue did not take it, or did not say; send it again with the same id.</returns>
    Task<bool> TrySendAsync(QueueMessage message, CancellationToken cancellationToken);
}
