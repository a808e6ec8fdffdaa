namespace ExitDesk.Domain.Exits;

/// <summary>Why a position is closed. The numbers of the rules are their order: the first that fires names the reason.</summary>
public enum ExitReason
{
    /// <summary>Mode Emergency closes everything.</summary>
    Emergency = 1,

    /// <summary>A contract that expires today could be exercised or assigned: the expiry ladder.</summary>
    ExerciseRisk = 2,

    StopLoss = 3,
    TakeProfit = 4,
    TrailingStop = 5,
    UnderlyingMove = 6,
    DayTradeClose = 7,
    ExpirationRisk = 8,
    DaysToExpiration = 9,
    AssignmentRisk = 10,
    MaxHold = 11,

    /// <summary>No rule: the owner closed it with a button or a command.</summary>
    OwnerRequest = 100,
}
