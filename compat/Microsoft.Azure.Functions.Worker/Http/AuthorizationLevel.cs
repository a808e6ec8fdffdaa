namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key an HTTP function asks for.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>A signed-in user. Not covered: the stand-in refuses to start with it.</summary>
    User,

    /// <summary>The host key or the master key.</summary>
    Function,

    /// <summary>An extension's system key. Not covered: the stand-in refuses to start with it.</summary>
    System,

    /// <summary>The master key.</summary>
    Admin,
}
