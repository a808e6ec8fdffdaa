using System.Text;
using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.Desk;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class TelegramWebhookTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenForgedMalformedOrRepeated_Answers200AndActsOnceAtMost()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.ThatAsks());
        var phone = new OwnersPhone(day);
        var card = await phone.WaitForCardAsync("Close now");
        var press = Updates.Pressed(900_000_001, card.Id, card.Buttons.Single(button => button.Text == "Close now").Data!);
        var before = phone.Cards;

        foreach (var secret in new[] { null, "", "wrong", DeskSettings.WebhookSecret + "x" })
        {
            day.CheckEqual(200, await phone.PostAsync(press, secret), $"answer to the secret \"{secret}\"");
        }

        foreach (var body in Malformed())
        {
            day.CheckEqual(200, await phone.PostAsync(body, DeskSettings.WebhookSecret), $"answer to {body.Length} bytes of nonsense");
        }

        day.Check(phone.Cards.SequenceEqual(before), "No card was written or changed");
        day.CheckEqual(0, day.Rig.Venue.Orders().Count, "orders");

        var status = Updates.Said(900_000_002, "/status");
        day.CheckEqual(200, await phone.PostAsync(status, DeskSettings.WebhookSecret), "answer to /status");
        day.CheckEqual(200, await phone.PostAsync(status, DeskSettings.WebhookSecret), "answer to its repeat");
        day.CheckEqual(before.Count + 1, phone.Cards.Count, "messages after /status came twice");

        // The same press as the forged ones: none of them has used up its update_id.
        day.CheckEqual(200, await phone.PostAsync(press, DeskSettings.WebhookSecret), "answer to the press");
        day.CheckEqual(200, await phone.PostAsync(press, DeskSettings.WebhookSecret), "answer to its repeat");
        await day.PlayUntilAsync(9, 52);
        var report = await day.GoodReportAsync();
        await Closings.CheckClosedOnceAsync(day, report, CrashMorning.Apple, TimeSpan.FromMinutes(1));
    }

    private static IEnumerable<byte[]> Malformed() =>
    [
        [],
        [0xFF, 0xFE, 0x00, 0x80],
        .. new[]
        {
            "{", "null", "[]", "42", "\"text\"", "{}", """{"update_id":"x"}""", """{"update_id":-1,"message":{}}""",
            """{"update_id":900000003,"message":{"text":"/close AAPL"}}""", """{"update_id":900000004,"callback_query":{"data":null}}""",
            """{"update_id":99999999999999999999,"message":null}""", new string('[', 5_000), "{\"update_id\":900000005,\"x\":\"" + new string('y', 200_000) + "\"}",
        }.Select(Encoding.UTF8.GetBytes),
    ];
}
