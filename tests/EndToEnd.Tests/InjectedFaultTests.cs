using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class InjectedFaultTests(DeskPrerequisites prerequisites)
{
    public static TheoryData<Fault[]> FaultsTogether => new(
        [Fault.ResetBeforeAccept, Fault.ResetAfterAccept],
        [Fault.RateLimited, Fault.RateLimitedWithoutHeaders, Fault.TruncatedJson],
        [Fault.EmptyPositions, Fault.ReadFails, Fault.ClockFails],
        [Fault.QueueDuplicate, Fault.QueueReorder, Fault.QueueDelay, Fault.QueueDrop],
        [Fault.StorageConflict, Fault.StorageBusy, Fault.StorageUnavailable, Fault.StorageTimeoutAfterCommit],
        [Fault.TelegramLate, Fault.TwoInstances, Fault.SplitAdjustedRoot]);

    [SkippableTheory]
    [MemberData(nameof(FaultsTogether))]
    public async Task WhenFaultsStrikeTogether_EveryPositionIsSoldOnceAndEveryTriggerEnds(Fault[] faults)
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfThree(), faults);
        await day.PlayUntilAsync(9, 55);

        var report = await day.GoodReportAsync();
        foreach (var position in report.Positions)
        {
            day.CheckEqual("Closed", position.End.Status, $"{position.Symbol}: status");
            day.CheckEqual("StopLoss", position.End.Reason, $"{position.Symbol}: reason");
            day.CheckEqual(position.Quantity, position.Orders.Sum(order => order.FilledQuantity), $"{position.Symbol}: contracts sold");
        }
    }
}
