using ExitDesk.EndToEnd.Tests.Days;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class TelegramPressTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenCloseNowIsPressedTwice_ClosesOnceAndSaysSo()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.ThatAsks());
        var phone = new OwnersPhone(day);
        var card = await phone.WaitForCardAsync("Close now");
        day.CheckEqual(0, day.Rig.Venue.Orders().Count, "orders before the owner's word");

        var first = await phone.PressAsync(card, "Close now");
        var second = await phone.PressAsync(card, "Close now");
        await day.PlayUntilAsync(9, 52);

        day.Check(first.Answer?.Contains("Closing", StringComparison.Ordinal) == true, $"First answer says that it closes, not \"{first.Answer}\"");
        day.Check(second.Answer?.Contains("already", StringComparison.Ordinal) == true, $"Second answer says that it is closing already, not \"{second.Answer}\"");
        var report = await day.GoodReportAsync();
        await Closings.CheckClosedOnceAsync(day, report, CrashMorning.Apple, TimeSpan.FromMinutes(1));
    }

    [SkippableFact]
    public async Task WhenAStrangerPressesAndWrites_ChangesNothingAndAnswersNothing()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.ThatAsks());
        var phone = new OwnersPhone(day);
        var card = await phone.WaitForCardAsync("Close now");
        var before = phone.Cards;
        var chat = day.Rig.Telegram.Chat;

        await chat.PressAsync(chat.Options.StrangerId, card.Id, card.Buttons[0].Data!);
        await chat.SayAsync(chat.Options.StrangerId, "/close AAPL");
        await chat.SayAsync(chat.Options.StrangerId, "/status");
        await day.SettleAsync();

        day.Check(!chat.Presses[^1].Answered, "The stranger's press is not answered");
        day.Check(phone.Cards.SequenceEqual(before), "No card was written or changed");
        day.CheckEqual(0, day.Rig.Venue.Orders().Count, "orders");
        var own = await phone.PressAsync(card, "Close now");
        day.Check(own.Answered, "The owner's own press still works");
    }
}
