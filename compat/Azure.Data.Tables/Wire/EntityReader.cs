using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads the service's JSON back into rows.</summary>
internal static class EntityReader
{
    /// <summary>One row as <typeparamref name="T"/>: a dictionary gets every property, any other class those it declares.</summary>
    public static T Read<T>(JsonElement json)
        where T : class, ITableEntity
    {
        var values = Values(json);
        var entity = Activator.CreateInstance<T>();
        if (entity is not IDictionary<string, object> dictionary)
        {
            EntityShape.Of(typeof(T)).Fill(entity, values);
            return entity;
        }

        foreach (var (name, value) in values)
        {
            dictionary[name] = value;
        }

        return entity;
    }

    private static Dictionary<string, object> Values(JsonElement json)
    {
        var types = new Dictionary<string, string?>();
        foreach (var property in json.EnumerateObject().Where(property => IsType(property.Name)))
        {
            types[property.Name[..^PropertyName.TypeSuffix.Length]] = property.Value.GetString();
        }

        var values = new Dictionary<string, object>();
        foreach (var property in json.EnumerateObject().Where(property => IsData(property.Name)))
        {
            var type = property.Name == PropertyName.Timestamp ? EdmType.DateTime : types.GetValueOrDefault(property.Name);
            if (Value(property.Name, property.Value, type) is { } value)
            {
                values[property.Name] = value;
            }
        }

        return values;
    }

    private static bool IsType(string name) => name.EndsWith(PropertyName.TypeSuffix, StringComparison.Ordinal);

    private static bool IsData(string name) =>
        name == PropertyName.ETag ||
        !(name.StartsWith(PropertyName.MetadataPrefix, StringComparison.Ordinal) ||
          name.Contains("@odata.", StringComparison.Ordinal));

    private static object? Value(string name, JsonElement json, string? type) => type switch
    {
        _ when json.ValueKind == JsonValueKind.Null => null,
        null => Untyped(name, json),
        EdmType.String => json.GetString(),
        EdmType.Boolean => json.GetBoolean(),
        EdmType.Int32 => json.GetInt32(),
        EdmType.Int64 => long.Parse(Text(json), CultureInfo.InvariantCulture),
        EdmType.Double => double.Parse(Text(json), CultureInfo.InvariantCulture),
        EdmType.Guid => Guid.Parse(Text(json)),
        EdmType.DateTime => DateTimeOffset.Parse(Text(json), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        EdmType.Binary => Convert.FromBase64String(Text(json)),
        _ => throw new NotSupportedException($"Property '{name}' has type '{type}', which this client cannot read."),
    };

    private static object Untyped(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        // The service leaves the type out for int and for finite double, and tells them apart by the decimal point.
        JsonValueKind.Number => json.TryGetInt32(out var number) ? (object)number : json.GetDouble(),
        _ => throw new NotSupportedException($"Property '{name}' is a JSON {json.ValueKind}, which is no row property."),
    };

    private static string Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
}
