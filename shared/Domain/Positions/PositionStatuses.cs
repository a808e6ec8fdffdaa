namespace ExitDesk.Domain.Positions;

public static class PositionStatuses
{
    /// <summary>True while the broker still holds the position, as far as is known.</summary>
    public static bool IsLive(this PositionStatus status) =>
        status is PositionStatus.Open or PositionStatus.AwaitingApproval or PositionStatus.Closing;
}
