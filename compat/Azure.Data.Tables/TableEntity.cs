// Nullability is left open, as in the official package, so that callers compile under both.
#nullable disable

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary from property name to value.</summary>
/// <remarks>
/// A typed getter returns null for a missing property and throws <see cref="InvalidOperationException"/> for one of another
/// type. Keys and system properties are entries too, under the names the service gives them.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The official name.")]
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity()
        : this(null)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this(null)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>Copies the given entries; null means none.</summary>
    public TableEntity(IDictionary<string, object> values) =>
        _properties = values is null ? [] : new Dictionary<string, object>(values);

    public string PartitionKey
    {
        get => GetString(PropertyName.PartitionKey);
        set => _properties[PropertyName.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(PropertyName.RowKey);
        set => _properties[PropertyName.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(PropertyName.Timestamp);
        set => _properties[PropertyName.Timestamp] = value;
    }

    public ETag ETag
    {
        get => new(GetString(PropertyName.ETag));
        set => _properties[PropertyName.ETag] = value.ToString();
    }

    public int Count => _properties.Count;

    public ICollection<string> Keys => _properties.Keys;

    ICollection<object> IDictionary<string, object>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>The value, or null when there is none. A write may widen a number but not change a value's type otherwise.</summary>
    /// <exception cref="InvalidOperationException">The new value does not fit the type of the old one.</exception>
    public object this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => _properties[key] =
            value is not null && _properties.GetValueOrDefault(key) is { } old ? PropertyValue.Fit(key, old, value) : value;
    }

    public string GetString(string key) => Get<string>(key);

    public byte[] GetBinary(string key) => this[key] is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    public BinaryData GetBinaryData(string key) => this[key] is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>The instant in UTC.</summary>
    public DateTime? GetDateTime(string key) => this[key] is DateTimeOffset instant ? instant.UtcDateTime : Get<DateTime?>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        this[key] is DateTime instant ? new DateTimeOffset(instant) : Get<DateTimeOffset?>(key);

    public double? GetDouble(string key) => Get<double?>(key);

    public Guid? GetGuid(string key) => Get<Guid?>(key);

    public int? GetInt32(string key) => Get<int?>(key);

    public long? GetInt64(string key) => Get<long?>(key);

    public void Add(string key, object value) => _properties.Add(key, value);

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value);

    public void Clear() => _properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => _properties.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => _properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() =>
        _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    private T Get<T>(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return this[key] switch
        {
            null => default,
            T value => value,
            { } other => throw new InvalidOperationException(
                $"Property '{key}' holds a {other.GetType().Name}; it cannot be read as {typeof(T)}."),
        };
    }
}
