namespace ExitDesk.Domain.Plans;

/// <summary>How a value is written in JSON.</summary>
public enum PlanToken
{
    Flag,
    Number,
    Text,
    List,
}
