namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Who may speak to the desk.</summary>
/// <param name="WebhookSecret">What Telegram echoes in <c>X-Telegram-Bot-Api-Secret-Token</c>.</param>
/// <param name="ChatId">The one chat.</param>
/// <param name="Owners">Ids of users who read and act.</param>
public sealed record OperatorOptions(string WebhookSecret, long ChatId, IReadOnlySet<long> Owners)
{
    /// <summary>Ids of users who only read; none of them is an owner.</summary>
    public IReadOnlySet<long> Viewers { get; init; } = new HashSet<long>();

    /// <summary>What a user may do; null for whoever is not on the list.</summary>
    public OperatorRole? RoleOf(long user) =>
        Owners.Contains(user) ? OperatorRole.Owner : Viewers.Contains(user) ? OperatorRole.Viewer : null;

    /// <summary>Without the secret: a record prints all its members.</summary>
    public override string ToString() => $"chat {ChatId}, {Owners.Count} owners, {Viewers.Count} viewers";
}
