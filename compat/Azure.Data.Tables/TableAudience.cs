// Nullability is left open, as in the official package, so that callers compile under both.
#nullable disable

namespace Azure.Data.Tables;

/// <summary>The resource that Entra ID issues tokens for.</summary>
public readonly struct TableAudience(string value) : IEquatable<TableAudience>
{
    private readonly string _value = value ?? throw new ArgumentNullException(nameof(value));

    public static TableAudience AzurePublicCloud { get; } = new("https://storage.azure.com");

    public static TableAudience AzureChina { get; } = new("https://storage.azure.cn");

    public static TableAudience AzureGovernment { get; } = new("https://storage.azure.us");

    public static implicit operator TableAudience(string value) => new(value);

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    public bool Equals(TableAudience other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is TableAudience other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    public override string ToString() => _value;
}
