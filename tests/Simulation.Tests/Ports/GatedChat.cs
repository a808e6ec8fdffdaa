using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>The owner's chat as one process reaches it.</summary>
internal sealed class GatedChat(Wire wire, IOperatorDesk chat) : IOperatorDesk
{
    // Longer than anybody waits for a chat.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(9);

    public Task<DeliveryOutcome> SendAsync(Card card, CancellationToken cancellationToken) =>
        CallAsync("card", card.Html, () => chat.SendAsync(card, cancellationToken), cancellationToken);

    public Task<DeliveryOutcome> EditAsync(int messageId, Card card, CancellationToken cancellationToken) =>
        CallAsync("card edited", card.Html, () => chat.EditAsync(messageId, card, cancellationToken), cancellationToken);

    public Task<DeliveryOutcome> AnswerPressAsync(string callbackId, string text, CancellationToken cancellationToken) =>
        CallAsync("toast", text, () => chat.AnswerPressAsync(callbackId, text, cancellationToken), cancellationToken);

    private async Task<DeliveryOutcome> CallAsync(string what, string text, Func<Task<DeliveryOutcome>> effect, CancellationToken cancellationToken)
    {
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        if (wire.World.Faults.Lasts(DayFault.TelegramBlocked))
        {
            return new DeliveryOutcome.Refused("bot was blocked by the user");
        }

        if (wire.Strikes(DayFault.TelegramRateLimited) is not null)
        {
            return new DeliveryOutcome.RateLimited(TimeSpan.FromSeconds(3));
        }

        if (wire.Strikes(DayFault.TelegramLate) is not null)
        {
            wire.Note(what, "no answer");
            await wire.WaitAsync(Silence, cancellationToken).ConfigureAwait(false);
        }

        var outcome = await effect().ConfigureAwait(false);
        wire.Note(what, text);
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        return outcome;
    }
}
