using System.Reflection;
using System.Runtime.CompilerServices;
using ExitDesk.Architecture.Tests.Dependencies;

namespace ExitDesk.Architecture.Tests.Purity;

/// <summary>What a pure type must not have: signs of waiting, of the outside world, of hidden state.</summary>
internal static class PurityRules
{
    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Impure =
    [
        "System.Threading.", "System.Net.", "System.IO.", "System.Environment", "System.TimeProvider", "System.Random",
        "System.Diagnostics.", "Microsoft.Extensions.",
    ];

    private static readonly Type[] Mutable = [typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>)];

    public static IEnumerable<string> Violations(Type type) => ImpureUses(type).Concat(StaticState(type)).Concat(Waiting(type));

    private static IEnumerable<string> ImpureUses(Type type) =>
        TypeUses.Of(type)
            .Where(used => Impure.Any(name => used.FullName!.StartsWith(name, StringComparison.Ordinal)) && !IsHarmless(used))
            .Select(used => $"{type.FullName} uses {used.FullName}");

    private static IEnumerable<string> StaticState(Type type) =>
        type.GetFields(Statics)
            .Where(field => !IsCompilerMade(type) && !field.Name.StartsWith("<>", StringComparison.Ordinal))
            .Where(field => !field.IsLiteral && (!field.IsInitOnly || IsMutable(field.FieldType)))
            .Select(field => $"{type.FullName}.{field.Name} is static and can change");

    private static IEnumerable<string> Waiting(Type type) =>
        type.GetMethods(Statics | BindingFlags.Instance)
            .Where(method => method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            .Select(method => $"{type.FullName}.{method.Name} is async");

    private static bool IsMutable(Type type) =>
        type.IsArray || (type.IsGenericType && Mutable.Contains(type.GetGenericTypeDefinition()));

    private static bool IsCompilerMade(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    // Iterators ask which thread resumes them; records and collection expressions bring attributes and spans, not effects.
    private static bool IsHarmless(Type type) =>
        type.FullName!.StartsWith("System.Diagnostics.CodeAnalysis.", StringComparison.Ordinal)
        || type == typeof(System.Diagnostics.UnreachableException);
}
