namespace ExitDesk.Domain.Exits;

public enum DecisionKind
{
    Hold,
    Close,

    /// <summary>Data is missing, so that neither holding nor closing can be justified.</summary>
    Undecided,
}
