namespace ExitDesk.Domain.Positions;

public enum PositionSide
{
    Long,
    Short,
}
