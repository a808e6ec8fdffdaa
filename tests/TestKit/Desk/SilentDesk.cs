using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.TestKit.Desk;

/// <summary>A chat that takes everything: a thousand cards at once are not what is measured.</summary>
public sealed class SilentDesk : IOperatorDesk
{
    private static readonly Task<DeliveryOutcome> Taken = Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(1));

    public Task<DeliveryOutcome> SendAsync(Card card, CancellationToken cancellationToken) => Taken;

    public Task<DeliveryOutcome> EditAsync(int messageId, Card card, CancellationToken cancellationToken) => Taken;

    public Task<DeliveryOutcome> AnswerPressAsync(string callbackId, string text, CancellationToken cancellationToken) => Taken;
}
