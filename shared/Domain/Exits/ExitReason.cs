namespace ExitDesk.Domain.Exits;

/// <summary>Why a position is closed. The numbers are the order of the rules: the first that fires names the reason.</summary>
public enum ExitReason
{
    /// <summary>The owner closed it: with a button or a command.</summary>
    OwnerRequest = 1,

    StopLoss = 3,
    TakeProfit = 4,
}
