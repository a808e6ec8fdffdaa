namespace ExitDesk.Domain.Exits;

/// <summary>How hard a close is pressed, from least to most.</summary>
public enum Urgency
{
    Patient,
    Normal,
    Fast,
    Immediate,
}
