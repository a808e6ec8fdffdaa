using Alpaca.Markets;
using Xunit;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

/// <summary>What holds of a failure, whichever JSON library reads the answers.</summary>
internal static class Failures
{
    /// <summary>An answer that cannot be read is an error of the JSON library, not the API's.</summary>
    public static void AssertJson(Exception exception)
    {
        Assert.IsNotType<RestClientErrorException>(exception);
        Assert.StartsWith("Json", exception.GetType().Name, StringComparison.Ordinal);
        AssertSilent(exception);
    }

    public static void AssertSilent(Exception exception)
    {
        Assert.DoesNotContain(Clients.Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Clients.KeyId, exception.ToString(), StringComparison.Ordinal);
    }
}
