using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Settings;

namespace ExitDesk.Engine.Plans;

/// <summary>What becomes of a structure that the desk did not open: by the plan, else by the setting.</summary>
public sealed class ExternalPositions(ExitPlanBook plans, DeskOptions options)
{
    public Management Of(Structure structure) => plans.Management.For(PlanSubjects.Of(structure)) switch
    {
        ManagementChoice.Manage => Management.Managed,
        ManagementChoice.Watch => Management.Watched,
        ManagementChoice.Ignore => Management.Ignored,
        null => options.ExternalPositions,
    };
}
