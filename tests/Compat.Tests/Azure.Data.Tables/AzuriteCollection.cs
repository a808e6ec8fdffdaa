using System.Diagnostics.CodeAnalysis;
using ExitDesk.TestKit.Azurite;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "xunit's word for it.")]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
