using System.Reflection;

namespace ExitDesk.Architecture.Tests.Dependencies;

/// <summary>Which parts of an assembly may know which types.</summary>
internal static class LayerRules
{
    /// <summary>Uses of forbidden types, one line each.</summary>
    /// <param name="types">Those that are judged, compiler-made ones among them.</param>
    /// <param name="isForbidden">What they must not name.</param>
    public static IEnumerable<string> Violations(IEnumerable<Type> types, Func<Type, bool> isForbidden) =>
        from type in types
        from used in TypeUses.Of(type)
        where isForbidden(used)
        orderby type.FullName, used.FullName
        select $"{type.FullName} uses {used.FullName}";

    /// <summary>Assembly references of forbidden names, one line each.</summary>
    public static IEnumerable<string> References(Assembly assembly, Func<string, bool> isForbidden) =>
        assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(isForbidden)
            .Select(name => $"{assembly.GetName().Name} references {name}");

    public static bool IsIn(this Type type, string @namespace) =>
        type.Namespace == @namespace || type.Namespace?.StartsWith(@namespace + ".", StringComparison.Ordinal) == true;
}
