using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>One call of the REST API, to be sent alone or as a part of a transaction.</summary>
/// <param name="Method">What to do.</param>
/// <param name="Address">The full address, encoded.</param>
/// <param name="Headers">Headers of this call; those of authentication and versioning are added on sending.</param>
/// <param name="Body">The content; empty for none.</param>
internal sealed record RowRequest(
    RequestMethod Method, Uri Address, IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body);
