namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Who may speak to the desk.</summary>
/// <param name="WebhookSecret">What Telegram echoes in <c>X-Telegram-Bot-Api-Secret-Token</c>.</param>
/// <param name="ChatId">The one chat.</param>
/// <param name="AllowedUsers">Ids of users whose words count.</param>
public sealed record OperatorOptions(string WebhookSecret, long ChatId, IReadOnlySet<long> AllowedUsers)
{
    /// <summary>Without the secret: a record prints all its members.</summary>
    public override string ToString() => $"chat {ChatId}, {AllowedUsers.Count} users";
}
