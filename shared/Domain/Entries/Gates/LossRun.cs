namespace ExitDesk.Domain.Entries.Gates;

/// <summary>The losses in a row with which the account's closed positions end.</summary>
/// <param name="Losses">How many, 0 if the last result was no loss.</param>
/// <param name="LastAt">When the last of them was closed, by the broker's clock; null if there is none.</param>
public sealed record LossRun(int Losses, DateTimeOffset? LastAt)
{
    public static LossRun None { get; } = new(0, null);
}
