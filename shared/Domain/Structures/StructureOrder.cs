namespace ExitDesk.Domain.Structures;

/// <summary>Structures by underlying, kind, then legs one by one. Total for structures that differ in legs.</summary>
internal sealed class StructureOrder : IComparer<(string Underlying, Structure Structure)>
{
    public static readonly StructureOrder Instance = new();

    private StructureOrder()
    {
    }

    public int Compare((string Underlying, Structure Structure) x, (string Underlying, Structure Structure) y)
    {
        var order = string.CompareOrdinal(x.Underlying, y.Underlying);
        order = order != 0 ? order : x.Structure.Kind.CompareTo(y.Structure.Kind);
        for (var i = 0; order == 0 && i < x.Structure.Legs.Count && i < y.Structure.Legs.Count; i++)
        {
            order = LegOrder.Instance.Compare(x.Structure.Legs[i], y.Structure.Legs[i]);
        }

        return order;
    }
}
