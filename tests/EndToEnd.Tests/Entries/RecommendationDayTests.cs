using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.EndToEnd.Tests.Entries;

/// <summary>A recommendation from its post to the exit of what it opened.</summary>
[Collection(DeskDays.Name)]
public sealed class RecommendationDayTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenPostedAndApproved_ItIsOpenedGuardedAndClosedByItsPlan()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.ThatEnters());
        var (phone, sender) = (new OwnersPhone(day), new SignalSender(day));
        await day.PlayUntilAsync(9, 33);
        day.CheckEqual(401, (await sender.PostAsync(SignalSender.AppleCall(), "wrong")).Status, "answer to a wrong key");
        day.CheckEqual(0, day.Rig.Venue.Orders().Count, "orders");

        day.CheckEqual(202, (await sender.PostAsync(SignalSender.AppleCall(), DeskSettings.HostKey)).Status, "answer");
        day.CheckEqual(200, (await sender.PostAsync(SignalSender.AppleCall(), DeskSettings.HostKey)).Status, "answer to its repeat");
        day.CheckEqual(0, day.Rig.Venue.Orders().Count, "orders before the owner's word");
        var card = phone.Cards.Single(card => card.Buttons.Any(button => button.Text == "Approve"));
        var press = await phone.PressAsync(card, "Approve");
        day.Check(press.Answer?.Contains("Opening", StringComparison.Ordinal) == true, $"The press is answered with what follows, not \"{press.Answer}\"");
        await day.PlayUntilAsync(9, 34);

        var order = day.Rig.Venue.Orders().Single();
        day.CheckEqual((OrderSide.Buy, PositionIntent.BuyToOpen, 1), (order.Side, order.Intent, order.FilledQuantity), "the opening order");
        day.Check(order.ClientOrderId.StartsWith("xe-", StringComparison.Ordinal), $"It bears the name of entries: {order.ClientOrderId}");
        var (status, told) = await sender.PostAsync(SignalSender.AppleCall(), DeskSettings.HostKey);
        day.CheckEqual((200, "Filled"), (status, told.GetProperty("end").GetString()), "answer once it is filled");

        await day.PlayUntilAsync(9, 50);
        var report = await day.GoodReportAsync();
        var position = report.Positions.Single();
        day.CheckEqual(("Closed", "StopLoss", 2), (position.End.Status, position.End.Reason, position.Orders.Count), "the position");
        var trigger = position.Triggers.Single();
        day.CheckEqual(-0.2m, trigger.Threshold, "the stop is that of its recommendation");
        day.CheckEqual(1, phone.Cards.Count(shown => shown.Text.Contains("Entry", StringComparison.Ordinal)), "cards of the entry");
    }

    [SkippableTheory]
    [InlineData(Fault.GatewayTimeoutAfterAccept, 1)]
    [InlineData(Fault.GatewayTimeoutBeforeAccept, 1)]
    [InlineData(Fault.Kill, 1)]
    [InlineData(null, 2)]
    [InlineData(null, 1, true)]
    public async Task WhenSomethingGoesWrongOnTheWay_OneOrderOpensOnePosition(Fault? fault, int instances, bool isQueued = false)
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.ThatActs(), new RunOptions { Faults = fault is { } one ? new HashSet<Fault> { one } : [], Instances = instances });
        var sender = new SignalSender(day);
        await day.PlayUntilAsync(9, 32);
        if (isQueued)
        {
            await sender.SendAsync(SignalSender.AppleCall());
        }

        day.CheckEqual(isQueued ? 200 : 202, (await sender.PostAsync(SignalSender.AppleCall(), DeskSettings.HostKey)).Status, "answer");
        await day.PlayUntilAsync(9, 34);

        day.CheckEqual(1, day.Rig.Venue.Orders().Count, "orders");
        day.CheckEqual(1, day.Rig.Venue.Position(CrashMorning.Apple)?.Position.Quantity ?? 0, "contracts held");
        day.CheckEqual("Filled", (await sender.PostAsync(SignalSender.AppleCall(), DeskSettings.HostKey)).Body.GetProperty("end").GetString(), "how it ended");
        var report = await day.ReportAsync();
        day.CheckEqual(0, report.Violations.Count, "broken invariants");
        day.CheckEqual("Open", report.Positions.Single().End.Status, "the position");
        day.Check(fault is null || report.Faults.All(struck => struck.Value > 0), "The fault struck");
    }

    [SkippableFact]
    public async Task WhenEntriesAreForbiddenAndTheirClientIsDown_AStopStillClosesInTime()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.WithoutEntries());
        var (phone, sender) = (new OwnersPhone(day), new SignalSender(day));
        await day.PlayUntilAsync(9, 33);
        await phone.SayAsync("/reduce");
        day.CheckEqual(202, (await sender.PostAsync(SignalSender.AppleCall(), DeskSettings.HostKey)).Status, "answer");
        await day.PlayUntilAsync(9, 45);

        var report = await day.GoodReportAsync();
        await Closings.CheckClosedOnceAsync(day, report, CrashMorning.Apple, TimeSpan.FromMinutes(1));
    }

    [SkippableFact]
    public async Task WhenOnlyTheEntryClientIsDown_NothingIsOpenedAndAStopStillClosesInTimeBesideAnEntryInItsContract()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.WithEntriesUnheard());
        var sender = new SignalSender(day);
        await day.PlayUntilAsync(9, 33);
        day.CheckEqual(202, (await sender.PostAsync(SignalSender.AppleCall().Replace(CrashMorning.Apple, CrashMorning.Microsoft, StringComparison.Ordinal), DeskSettings.HostKey)).Status, "answer");
        var resting = day.Rig.Venue.Submit(new OrderRequest(CrashMorning.Apple, 1, OrderSide.Buy, OrderKind.Limit, 0.05m, "xe-desk-20261118-earlier")).Value!;
        await day.PlayUntilAsync(9, 45);

        var report = await day.GoodReportAsync();
        var position = report.Positions.Single(candidate => candidate.Symbol == CrashMorning.Apple);
        day.CheckEqual(("Closed", "StopLoss"), (position.End.Status, position.End.Reason), "the position");
        day.Check(position.End.At - position.Triggers.Single().At <= TimeSpan.FromMinutes(1), "It is closed within a minute of market time");
        var (entry, close) = (day.Rig.Venue.Order(resting.Id)!, day.Rig.Venue.Orders().Single(order => order.Side == OrderSide.Sell));
        day.CheckEqual((OrderStatus.Canceled, 0), (entry.Status, entry.FilledQuantity), "the entry that made way");
        day.Check(entry.CanceledAt <= close.CreatedAt, "The entry was gone before the close was taken");
        day.CheckEqual(2, day.Rig.Venue.Orders().Count, "orders at the broker");
    }
}
