namespace ExitDesk.Domain.Contracts;

public enum OptionRight
{
    Call,
    Put,
}
