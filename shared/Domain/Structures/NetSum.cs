namespace ExitDesk.Domain.Structures;

/// <summary>A sum over legs, of which one unknown part leaves nothing known.</summary>
internal struct NetSum
{
    private decimal _sum;
    private bool _isUnknown;

    /// <summary>Null once a part was.</summary>
    public readonly decimal? Value => _isUnknown ? null : _sum;

    /// <summary>Adds what one leg counts for, as often as it is in a unit.</summary>
    /// <param name="ratio">Signed; almost always 1 or −1, which needs no multiplication.</param>
    /// <param name="part">Null if it is not known.</param>
    public void Add(int ratio, decimal? part)
    {
        if (part is not { } known)
        {
            _isUnknown = true;
            return;
        }

        _sum += ratio switch
        {
            1 => known,
            -1 => -known,
            _ => ratio * known,
        };
    }
}
