using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Wire;

/// <summary>The stored properties of an entity class: its public read-write ones, less those marked to be ignored.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly (string Name, PropertyInfo Property)[] _members;

    private EntityShape(Type type) => _members =
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0)
            .Where(property => property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null)
            .Select(property => (StoredName(property), property)),
    ];

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static type => new EntityShape(type));

    public IEnumerable<KeyValuePair<string, object?>> Values(object entity) =>
        _members.Select(member => KeyValuePair.Create(member.Name, Stored(member.Property.GetValue(entity))));

    public void Fill(object entity, Dictionary<string, object> values)
    {
        foreach (var (name, property) in _members)
        {
            if (values.TryGetValue(name, out var value))
            {
                property.SetValue(entity, Restored(name, value, property.PropertyType));
            }
        }
    }

    private static string StoredName(PropertyInfo property) =>
        property.Name == nameof(ITableEntity.ETag)
            ? PropertyName.ETag
            : property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    private static object? Stored(object? value) => value is Enum name ? name.ToString() : value;

    private static object Restored(string name, object value, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return value switch
        {
            _ when type.IsInstanceOfType(value) => value,
            string text when type == typeof(ETag) => new ETag(text),
            string text when type.IsEnum => Enum.Parse(type, text),
            int number when type == typeof(long) => (long)number,
            int number when type == typeof(double) => (double)number,
            DateTimeOffset instant when type == typeof(DateTime) => instant.UtcDateTime,
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            _ => throw new InvalidOperationException(
                $"Property '{name}' is stored as {value.GetType().Name} and declared as {type.Name}. Value: {Shown(value)}."),
        };
    }

    private static string Shown(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
