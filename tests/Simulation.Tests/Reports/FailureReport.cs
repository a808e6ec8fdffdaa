using System.Globalization;
using System.Text;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Engine.Market;
using ExitDesk.Simulation.Tests.Days;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Reports;

/// <summary>Tells a failing day: its seed, what broke, the shortest plan that still breaks it, and what happened.</summary>
internal static class FailureReport
{
    public static string Of(DayResult failing, CloseGuards guards)
    {
        var shortest = Shrinking.Shortest(failing, guards);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Seed {failing.Plan.Seed} breaks invariant {failing.Violation!.Invariant}: {failing.Violation.What}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Again: dotnet run --project tests/Simulation.Tests -- --seed {failing.Plan.Seed}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Shortest: {shortest.Violation!.What}");
        Plan(text, shortest.Plan);
        text.AppendLine();
        foreach (var line in shortest.Timeline.Lines())
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }

    private static void Plan(StringBuilder text, DayPlan plan)
    {
        foreach (var holding in plan.Holdings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  holds {holding.Quantity} {holding.Symbol} at {holding.Price:0.00}");
        }

        foreach (var window in plan.Windows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  runs  {NewYork.Clock(window.From)} to {NewYork.Clock(window.To)}");
        }

        foreach (var fault in plan.Faults)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  fault {fault.Fault}, from {NewYork.Clock(fault.At)}, after {fault.Skip}, {fault.Times} times");
        }

        foreach (var entry in plan.Entries.Entries)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  entry {entry.Id}: {entry.Action.Word()} {entry.Quantity} {string.Join(" ", entry.Symbols)} at {NewYork.Clock(entry.At)}, delivered {entry.Copies} times");
        }

        foreach (var act in plan.Acts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  owner {act.Act} at {NewYork.Clock(act.At)}");
        }
    }
}
