using System.Reflection;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Purity;

/// <summary>Domain decides from facts: no waiting, no outside world, no clock, no hidden state, in signatures or in code.</summary>
public sealed class DomainPurityTests
{
    [Fact]
    public void WhenDomainIsCompiled_EveryTypeIsPure() => Violations.None(
        Assembly.Load("ExitDesk.Domain").GetTypes().SelectMany(PurityRules.Violations),
        "Domain is pure: take instants and facts as values, return decisions as values, leave effects to Engine.");

    [Theory]
    [InlineData(typeof(Waits))]
    [InlineData(typeof(TakesToken))]
    [InlineData(typeof(ReadsFile))]
    [InlineData(typeof(ReadsEnvironment))]
    [InlineData(typeof(TakesTime))]
    [InlineData(typeof(HoldsClient))]
    [InlineData(typeof(Counts))]
    [InlineData(typeof(Remembers))]
    public void WhenTypeIsImpure_ItIsReported(Type type) => Assert.NotEmpty(PurityRules.Violations(type));

    [Fact]
    public void WhenTypeIsPure_NothingIsReported() => Assert.Empty(PurityRules.Violations(typeof(Pure)));

    private sealed record Pure(decimal Price)
    {
        public const decimal Limit = 1m;
        public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        public IReadOnlyList<decimal> Above(IEnumerable<decimal> prices) => [.. prices.Where(price => price > Price)];
    }

    private sealed class Waits
    {
        public Task<int> RunAsync() => Task.FromResult(1);
    }

    private sealed class TakesToken
    {
        public int Run(CancellationToken token) => token.CanBeCanceled ? 1 : 0;
    }

    private sealed class ReadsFile
    {
        public bool Run() => File.Exists("x");
    }

    private sealed class ReadsEnvironment
    {
        public string Run() => Environment.NewLine;
    }

    private sealed class TakesTime(TimeProvider time)
    {
        public long Run() => time.TimestampFrequency;
    }

    private sealed class HoldsClient
    {
        public HttpClient? Client { get; init; }
    }

    private static class Counts
    {
        private static int s_count;

        public static int Next() => ++s_count;
    }

    private static class Remembers
    {
        private static readonly List<int> s_seen = [];

        public static int Count() => s_seen.Count;
    }
}
