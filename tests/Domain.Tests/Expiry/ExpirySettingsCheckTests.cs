using ExitDesk.Domain.Expiry;
using Xunit;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class ExpirySettingsCheckTests
{
    private static readonly ExpirySettings Default = ExpirySettings.Default;

    /// <summary>Each setting at its first wrong value, and what it is called.</summary>
    public static TheoryData<ExpirySettings, string> Wrong => new()
    {
        { Default with { Margin = TimeSpan.FromTicks(-1) }, "margin" },
        { Default with { LiquidationAfterCutOff = TimeSpan.FromTicks(-1) }, "liquidationAfterCutOff" },
        { Default with { EtfCutOffBeforeClose = TimeSpan.FromTicks(-1) }, "cutOffBeforeClose" },
        { Default with { EtfCutOffBeforeClose = TimeSpan.FromMinutes(46) }, "etfCutOffBeforeClose" },
        { Default with { CloseNowFrom = TimeSpan.Zero }, "closeNowFrom" },
        { Default with { CloseNowFrom = TimeSpan.FromMinutes(5) }, "closeFastFrom" },
        { Default with { CloseFastFrom = TimeSpan.FromMinutes(30) }, "watchFrom" },
        { Default with { CardFrom = 0, NamedFrom = -0.0001m }, "cardFrom" },
        { Default with { NamedFrom = -0.0201m }, "namedFrom" },
        { Default with { CloseFastAbove = -0.0101m }, "closeFastAbove" },
        { Default with { CloseFastAbove = 0.0001m }, "closeFastAbove" },
        { Default with { NearestThreshold = 0 }, "nearestThreshold" },
        { Default with { Deviations = -0.1m }, "deviations" },
        { Default with { FallbackVolatility = 0 }, "fallbackVolatility" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhenASettingContradicts_ItIsNamed(ExpirySettings settings, string name) =>
        Assert.Contains(ExpirySettingsCheck.Problems(settings), problem => problem.StartsWith(name + ":", StringComparison.Ordinal));

    [Fact]
    public void WhenSettingsAreTheDefault_NothingIsWrong() => Assert.Empty(ExpirySettingsCheck.Problems(Default));

    [Fact]
    public void WhenSettingsAreAtTheirLimits_NothingIsWrong() => Assert.Empty(ExpirySettingsCheck.Problems(Default with
    {
        Margin = TimeSpan.Zero,
        EtfCutOffBeforeClose = Default.CutOffBeforeClose,
        NamedFrom = Default.CardFrom,
        CloseFastAbove = Default.CardFrom,
        Deviations = 0,
    }));

    [Fact]
    public void WhenSeveralAreWrong_AllAreNamed() =>
        Assert.Equal(2, ExpirySettingsCheck.Problems(Default with { Deviations = -1, FallbackVolatility = 0 }).Count);
}
