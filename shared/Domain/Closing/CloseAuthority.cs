namespace ExitDesk.Domain.Closing;

/// <summary>Who wants a close. The owner's word passes where a rule's does not: in Monitor and Halted.</summary>
public enum CloseAuthority
{
    Rule,
    Owner,
}
