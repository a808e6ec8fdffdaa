// Nullability is left open, as in the official package, so that callers compile under both.
#nullable disable

namespace Azure.Data.Tables.Models;

/// <summary>A table.</summary>
public class TableItem(string name)
{
    public string Name { get; } = name;
}
