namespace ExitDesk.Simulator.Telegram.Delivery;

/// <summary>Where updates go.</summary>
/// <param name="Url">The bot's address.</param>
/// <param name="SecretToken">Echoed in X-Telegram-Bot-Api-Secret-Token; null: no such header.</param>
/// <param name="MaximumConnections">What the bot asked for; reported back, not enforced.</param>
public sealed record Webhook(Uri Url, string? SecretToken, int MaximumConnections = 40);
