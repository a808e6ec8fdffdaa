using System.Globalization;
using System.Text;
using ExitDesk.Simulation.Tests.Days;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Reports;

/// <summary>Tells in how many days each fault made a difference.</summary>
internal static class FaultTable
{
    public static string Of(BatchResult result)
    {
        var text = new StringBuilder();
        foreach (var fault in Enum.GetValues<DayFault>())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{fault,-28} {result.Bitten.GetValueOrDefault(fault),7}");
        }

        return text.ToString();
    }

    /// <summary>Faults that made no difference in any day.</summary>
    public static IReadOnlyList<DayFault> Idle(BatchResult result) =>
        [.. Enum.GetValues<DayFault>().Where(fault => result.Bitten.GetValueOrDefault(fault) == 0)];
}
