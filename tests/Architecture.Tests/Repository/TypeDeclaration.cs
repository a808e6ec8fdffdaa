namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>A type as a source file declares it.</summary>
/// <param name="Name">Without type parameters.</param>
/// <param name="Kind">Its keyword: class, record, interface …</param>
/// <param name="IsPublic">True if declared public.</param>
/// <param name="IsTopLevel">False inside another type.</param>
internal sealed record TypeDeclaration(string Name, string Kind, bool IsPublic, bool IsTopLevel);
