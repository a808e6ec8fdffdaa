namespace ExitDesk.Domain.Account;

/// <summary>One account rule. Off without a limit.</summary>
/// <param name="Limit">USD, or a fraction of the peak for the loss from it; above 0; null switches the rule off.</param>
/// <param name="Action">What follows when it fires.</param>
public sealed record AccountLimit(decimal? Limit = null, AccountAction Action = AccountAction.Alert);
