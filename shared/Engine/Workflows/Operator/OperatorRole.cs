namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>What a user of the chat may do.</summary>
public enum OperatorRole
{
    /// <summary>Reads, and never acts.</summary>
    Viewer,

    /// <summary>Reads and acts.</summary>
    Owner,
}
