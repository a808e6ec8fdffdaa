using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ExitDesk.Simulator.Venue;

/// <summary>Ids that look random and are the same in every run with the same seed.</summary>
internal sealed class VenueIds(int seed)
{
    private long _count;

    public Guid Next()
    {
        Span<byte> facts = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(facts, seed);
        BinaryPrimitives.WriteInt64LittleEndian(facts[4..], ++_count);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(facts, hash);
        var id = hash[..16];
        id[7] = (byte)((id[7] & 0x0F) | 0x40);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id);
    }
}
