using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

/// <summary>Seeds on which each scenario must tell the same story.</summary>
public static class Seeds
{
    public static TheoryData<int> Forty => [.. Enumerable.Range(1, 40)];
}
