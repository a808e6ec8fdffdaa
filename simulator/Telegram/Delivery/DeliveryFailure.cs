namespace ExitDesk.Simulator.Telegram.Delivery;

/// <summary>Why the webhook did not take an update.</summary>
/// <param name="At">Market time.</param>
/// <param name="Reason">As getWebhookInfo reports it.</param>
internal sealed record DeliveryFailure(DateTimeOffset At, string Reason);
