using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.Simulator.Tests.CommandLine;

public sealed class FaultNamesTests
{
    [Fact]
    public void WhenNamed_EachFaultIsReadBackFromItsName()
    {
        foreach (var fault in Enum.GetValues<Fault>())
        {
            Assert.Equal([fault], FaultNames.Read(FaultNames.Of(fault), out var unknown));
            Assert.Empty(unknown);
        }

        Assert.Equal("gateway-timeout-after-accept", FaultNames.Of(Fault.GatewayTimeoutAfterAccept));
    }

    [Fact]
    public void WhenAll_ChoosesEveryFault()
    {
        Assert.Equal(Enum.GetValues<Fault>().Length, FaultNames.Read("all", out var unknown).Count);
        Assert.Empty(unknown);
    }

    [Fact]
    public void WhenAllAreNamed_EachHasALineOfItsOwnWords()
    {
        var lines = FaultNames.Lines.ToList();

        Assert.Equal(Enum.GetValues<Fault>().Select(FaultNames.Of), lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.InRange(line.Length, 40, 140));
        Assert.Distinct(Enum.GetValues<Fault>().Select(FaultWords.Of));
    }

    [Fact]
    public void WhenAFaultCanBeChosen_TheDocumentSaysWhichOfTheProtocolsItIs()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reliability.md"));
        Assert.All(Enum.GetValues<Fault>().Select(FaultNames.Of), name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void WhenListed_IgnoresSpacesAndEmptyNames()
    {
        Assert.Equal([Fault.Kill, Fault.Hang], FaultNames.Read(" kill, ,hang,", out var unknown).Order().Reverse());
        Assert.Empty(unknown);
        Assert.Empty(FaultNames.Read("", out _));
    }

    [Fact]
    public void WhenNamesAreUnknown_NamesTheNearestOfEach()
    {
        var faults = FaultNames.Read("kil,hang,reset-after-acept", out var unknown);

        Assert.Equal([Fault.Hang], faults);
        Assert.Equal(
            ["\"kil\" is no fault; the nearest is kill", "\"reset-after-acept\" is no fault; the nearest is reset-after-accept"], unknown);
    }
}
