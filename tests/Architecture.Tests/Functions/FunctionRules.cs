using System.Reflection;
using ExitDesk.Architecture.Tests.Repository;

namespace ExitDesk.Architecture.Tests.Functions;

/// <summary>What a function class may look like: a door, and nothing behind it.</summary>
internal static class FunctionRules
{
    /// <summary>A function class stays under this many lines, from its declaration to the end of its file.</summary>
    public const int Lines = 40;

    private const string FunctionAttribute = "Microsoft.Azure.Functions.Worker.FunctionAttribute";
    private const string HttpTriggerAttribute = "Microsoft.Azure.Functions.Worker.HttpTriggerAttribute";
    private const string AuthorizationLevel = "Microsoft.Azure.Functions.Worker.AuthorizationLevel";

    public static IReadOnlyList<Type> FunctionClasses(IEnumerable<Type> types) => [.. types.Where(type => FunctionsOf(type).Count > 0)];

    public static IEnumerable<string> Violations(Type type)
    {
        var functions = FunctionsOf(type);
        if (functions.Count != 1)
        {
            yield return $"{type.Name} has {functions.Count} triggers: one a class";
        }

        foreach (var method in functions)
        {
            var name = NamedBy(method, FunctionAttribute)!.ConstructorArguments[0].Value as string;
            if (name != type.Name)
            {
                yield return $"{type.Name} calls its function {name}: name it after its class";
            }

            if (method.GetParameters().Any(HasOpenLevel))
            {
                yield return $"{type.Name} leaves its AuthorizationLevel to the host: say it";
            }
        }
    }

    public static IEnumerable<string> TooLong(SourceFile file)
    {
        var lines = file.Text.Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith("public sealed class ", StringComparison.Ordinal));
        var length = lines.Length - 1 - start;
        return start >= 0 && length >= Lines ? [$"{file.Path}: the class has {length} lines, under {Lines} are wanted"] : [];
    }

    private static IReadOnlyList<MethodInfo> FunctionsOf(Type type) =>
        [.. type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => NamedBy(method, FunctionAttribute) is not null)];

    private static bool HasOpenLevel(ParameterInfo parameter) =>
        parameter.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType.FullName == HttpTriggerAttribute) is { } trigger
        && trigger.ConstructorArguments.All(argument => argument.ArgumentType.FullName != AuthorizationLevel);

    private static CustomAttributeData? NamedBy(MethodInfo method, string attribute) =>
        method.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType.FullName == attribute);
}
