using System.Globalization;

namespace Azure.Data.Tables.Wire;

/// <summary>What may follow what as a property's value.</summary>
internal static class PropertyValue
{
    /// <summary>The new value in a type that keeps the property's type, or widens it.</summary>
    /// <exception cref="InvalidOperationException">The types have nothing to do with each other.</exception>
    public static object Fit(string name, object old, object value) => (old, value) switch
    {
        _ when old.GetType().IsInstanceOfType(value) => value,
        (int, double or long) => value,
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        (string, DateTime instant) => instant.ToString("o", CultureInfo.InvariantCulture),
        (string, DateTimeOffset instant) => instant.ToString("o", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException(
            $"Property '{name}' holds a {old.GetType().Name}; a {value.GetType().Name} cannot take its place. " +
            "Remove the property first to change its type."),
    };
}
