using System.Reflection;

namespace ExitDesk.Architecture.Tests.Dependencies;

/// <summary>The types that a type names: in its heritage, its signatures and the code of its methods.</summary>
/// <remarks>Constants are copied by the compiler and leave no trace; a text scan stands beside this.</remarks>
internal static class TypeUses
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        AddSignatures(found, type);
        foreach (var method in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)))
        {
            AddBody(found, method);
        }

        found.Remove(type);
        return found;
    }

    /// <summary>The types of heritage, fields and method signatures alone.</summary>
    public static IReadOnlySet<Type> InSignaturesOf(Type type)
    {
        var found = new HashSet<Type>();
        AddSignatures(found, type);
        return found;
    }

    private static void AddSignatures(HashSet<Type> found, Type type)
    {
        Add(found, type.BaseType);
        foreach (var used in type.GetInterfaces().Concat(type.GetFields(Everything).Select(field => field.FieldType)))
        {
            Add(found, used);
        }

        foreach (var method in type.GetMethods(Everything))
        {
            Add(found, method.ReturnType);
        }

        foreach (var parameter in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)).SelectMany(method => method.GetParameters()))
        {
            Add(found, parameter.ParameterType);
        }
    }

    private static void AddBody(HashSet<Type> found, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Add(found, local.LocalType);
        }

        foreach (var clause in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
        {
            Add(found, clause.CatchType);
        }

        foreach (var token in IntermediateCode.Tokens(body.GetILAsByteArray()!))
        {
            AddMember(found, method, token);
        }
    }

    private static void AddMember(HashSet<Type> found, MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.GetGenericArguments();
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        var member = method.Module.ResolveMember(token, ofType, ofMethod);
        Add(found, member as Type ?? member?.DeclaringType);
        switch (member)
        {
            case MethodInfo called:
                Add(found, called.ReturnType);
                foreach (var argument in called.IsGenericMethod ? called.GetGenericArguments() : [])
                {
                    Add(found, argument);
                }

                break;
            case FieldInfo field:
                Add(found, field.FieldType);
                break;
            default:
                break;
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }

        found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        foreach (var argument in type.GetGenericArguments())
        {
            Add(found, argument);
        }
    }
}
