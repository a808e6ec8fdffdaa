using System.Globalization;
using System.Reflection;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>Numbers as the code has them, by the names that documents give.</summary>
internal static class ValueInCode
{
    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    /// <summary>The value of a static field, a constant, or a constructor's default.</summary>
    /// <param name="name">For instance <c>StopLossPlan.DebitLoss</c>.</param>
    /// <returns>Null if there is no such thing.</returns>
    public static object? Find(string name)
    {
        var parts = name.Split('.');
        return Types()
            .Where(type => parts.Length == 2 && type.Name == parts[0])
            .Select(type => OfField(type, parts[1]) ?? OfDefault(type, parts[1]) ?? OfNew(type, parts[1]))
            .SingleOrDefault(value => value is not null);
    }

    /// <summary>A value as documents write it: numbers plain, spans with a unit, names in lower case.</summary>
    /// <exception cref="FormatException">It is no number, no span and no name of the wanted kind.</exception>
    public static object Read(string text, Type kind)
    {
        if (kind == typeof(TimeSpan))
        {
            var words = text.Split(' ');
            var amount = double.Parse(words[0], CultureInfo.InvariantCulture);
            return words[1] switch
            {
                "s" => TimeSpan.FromSeconds(amount),
                "min" => TimeSpan.FromMinutes(amount),
                _ => throw new FormatException($"{text}: s or min is expected"),
            };
        }

        if (kind == typeof(TimeOnly))
        {
            return TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
        }

        return kind.IsEnum ? Enum.Parse(kind, text, ignoreCase: true) : Convert.ChangeType(text, kind, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Type> Types() =>
        Assembly.Load("ExitDesk.Domain").GetTypes().Concat(Assembly.Load("ExitDesk.Engine").GetTypes()).Where(type => !type.IsNested);

    private static object? OfField(Type type, string name) => type.GetField(name, Statics)?.GetValue(null);

    // A plan's defaults are those of a new record.
    private static object? OfNew(Type type, string name) =>
        !type.IsAbstract && type.GetConstructor([]) is { } constructor && type.GetProperty(name) is { } property && property.GetMethod is { IsStatic: false }
            ? property.GetValue(constructor.Invoke(null))
            : null;

    private static object? OfDefault(Type type, string name)
    {
        var parameter = type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .FirstOrDefault(parameter => parameter.Name == name && parameter.HasDefaultValue);
        return parameter is { ParameterType.IsEnum: true, DefaultValue: { } number }
            ? Enum.ToObject(parameter.ParameterType, number)
            : parameter?.DefaultValue;
    }
}
