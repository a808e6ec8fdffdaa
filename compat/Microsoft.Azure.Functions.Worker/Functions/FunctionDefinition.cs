namespace Microsoft.Azure.Functions.Worker;

/// <summary>Describes a function.</summary>
/// <remarks>Only the host creates one: the official type has abstract members that this one does not cover.</remarks>
public abstract class FunctionDefinition
{
    private protected FunctionDefinition()
    {
    }

    /// <summary>Unique and stable; derived from <see cref="Name"/> and <see cref="EntryPoint"/>.</summary>
    public abstract string Id { get; }

    /// <summary>The name given in <see cref="FunctionAttribute"/>.</summary>
    public abstract string Name { get; }

    /// <summary>Type and method, for instance <c>ExitDesk.Functions.SyncPositions.Run</c>.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Full path of the assembly that holds the function.</summary>
    public abstract string PathToAssembly { get; }
}
