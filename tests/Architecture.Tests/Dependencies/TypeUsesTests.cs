using System.Net;
using System.Text;
using Xunit;

namespace ExitDesk.Architecture.Tests.Dependencies;

public sealed class TypeUsesTests
{
    [Theory]
    [InlineData(typeof(IPAddress))]
    [InlineData(typeof(StringBuilder))]
    [InlineData(typeof(Uri))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(Version))]
    public void WhenTypeIsNamedAnywhere_ItIsFound(Type expected) => Assert.Contains(expected, TypeUses.Of(typeof(Sample)));

    [Fact]
    public void WhenTypeIsNamedNowhere_ItIsNotFound() => Assert.DoesNotContain(typeof(IPEndPoint), TypeUses.Of(typeof(Sample)));

    [Fact]
    public void WhenTypeIsNamedInCodeOnly_SignaturesDoNotHoldIt()
    {
        var signatures = TypeUses.InSignaturesOf(typeof(Sample));

        Assert.Contains(typeof(IPAddress), signatures);
        Assert.DoesNotContain(typeof(StringBuilder), signatures);
    }

    private sealed class Sample
    {
        private readonly List<IPAddress> _field = [];

        public int Run(long selector)
        {
            try
            {
                return selector switch
                {
                    1 => new StringBuilder().Length,
                    2 => Uri.CheckHostName("x") == UriHostNameType.Dns ? 1 : 0,
                    3 => _field.Count,
                    _ => Array.Empty<Version>().Length,
                };
            }
            catch (FormatException)
            {
                return 0;
            }
        }
    }
}
