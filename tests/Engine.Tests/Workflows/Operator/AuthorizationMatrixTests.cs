using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Engine.Workflows.Operator.Commands;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>Each command and each kind of button, by each role, in the private chat, the group, and where nobody is known.</summary>
public sealed class AuthorizationMatrixTests
{
    private const long Group = -1001234567890;
    private const long Elsewhere = -1009999999999;
    private const long Nobody = 666;

    /// <summary>What may follow each command, with words that would act where there are any.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Words = new Dictionary<string, string[]>
    {
        ["status"] = ["", "table", "all", "GOOG"],
        ["why"] = ["GOOG"],
        ["whatif"] = ["GOOG -1%"],
        ["close"] = ["GOOG", ""],
        ["approve"] = ["", "GOOG", "abc123"],
        ["reject"] = ["", "GOOG"],
        ["snooze"] = ["", "GOOG 30m"],
        ["plan"] = ["", "GOOG", "GOOG stopLoss.debitLoss 0.3", "set GOOG stopLoss.debitLoss 0.3", "reset all", "undo", "preset"],
        ["manage"] = ["GOOG"],
        ["watch"] = ["GOOG"],
        ["ignore"] = ["GOOG"],
        ["mode"] = ["", "monitor", "active", "emergency"],
        ["note"] = ["GOOG", "GOOG too early"],
        ["settings"] = ["", "stop silent"],
        ["profit"] = ["", "7"],
        ["daily"] = ["", "7"],
        ["trades"] = ["", "5"],
    };

    public static TheoryData<string> Commands => new(DeskCommands.Known.SelectMany(command =>
        Words.GetValueOrDefault(command.Name, [""]).Select(words => $"/{command.Name} {words}".TrimEnd())));

    public static TheoryData<string, ApprovalKind> Buttons
    {
        get
        {
            var data = new TheoryData<string, ApprovalKind>();
            foreach (var kind in Enum.GetValues<ApprovalKind>())
            {
                foreach (var verb in new[] { "approve", "close", "closeall", "hold", "reject", "refrain", "keep", "pair", "manage", "watch", "ignore", "emergency", "activate", "halt", "resume", "cancel", "set-stop" })
                {
                    data.Add(verb, kind);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task WhenAViewerCommands_NothingIsChangedAndWordsThatActAreRefused(string text)
    {
        foreach (var chat in new[] { DeskHarness.Chat, Group })
        {
            var desk = await HeldAsync(chat);
            var before = await FactsAsync(desk);
            Assert.Equal(InboxOutcome.Accepted, await desk.SayAsync(DeskHarness.Viewer, chat, text));
            Assert.Equal(before, await FactsAsync(desk));
            Assert.NotEmpty(desk.Desk.Written);
            var acts = CommandLine.Of(text).Acts;
            Assert.Equal(acts, desk.Desk.Last.Contains("You may look here, not act", StringComparison.Ordinal));
            Assert.Equal(acts ? 1 : 0, (await desk.AuditAsync()).Count(row => row is { Action: "refused", Who: "Eve (4712)" }));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task WhenAnOwnerCommands_ItIsAnsweredAndWhatActsIsAuditedOnce(string text)
    {
        foreach (var chat in new[] { DeskHarness.Chat, Group })
        {
            var desk = await HeldAsync(chat);
            Assert.Equal(InboxOutcome.Accepted, await desk.SayAsync(DeskHarness.Owner, chat, text));
            Assert.NotEmpty(desk.Desk.Written);
            Assert.DoesNotContain("You may look here", desk.Desk.Last, StringComparison.Ordinal);
            Assert.Equal(CommandLine.Of(text).Acts ? 1 : 0, (await desk.AuditAsync()).Count(row => row is { Action: "commanded", Who: "Eve (4711)" }));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task WhenAnybodyCommandsElsewhereOrNobodyHere_ItIsDroppedWithoutAnEcho(string text)
    {
        var desk = await HeldAsync(DeskHarness.Chat);
        var before = await FactsAsync(desk);
        foreach (var (user, chat) in new[] { (DeskHarness.Owner, Elsewhere), (DeskHarness.Viewer, Elsewhere), (Nobody, DeskHarness.Chat), (Nobody, Elsewhere), (DeskHarness.Owner, Group) })
        {
            Assert.Equal(InboxOutcome.Dropped, await desk.SayAsync(user, chat, text));
        }

        Assert.Equal(before, await FactsAsync(desk));
        Assert.Empty(desk.Desk.Written);
        Assert.Equal(5, (await desk.AuditAsync()).Count(row => row.Action == "update-dropped"));
    }

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task WhenAViewerPresses_NothingIsChangedAndTheRefusalIsSaidAndAudited(string verb, ApprovalKind kind)
    {
        var desk = await AskedAsync(kind);
        var before = await FactsAsync(desk);
        Assert.Equal(InboxOutcome.Accepted, await desk.SayAsync(DeskHarness.Viewer, DeskHarness.Chat, $"{verb}:token", "call"));
        Assert.Equal(before, await FactsAsync(desk));
        Assert.Contains("You may look here, not act", Assert.Single(desk.Desk.Toasts), StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), row => row is { Action: "refused", Who: "Eve (4712)" } && row.Text.Contains(verb, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task WhenNobodyPresses_ItIsDroppedWithoutAnAnswer(string verb, ApprovalKind kind)
    {
        var desk = await AskedAsync(kind);
        var before = await FactsAsync(desk);
        Assert.Equal(InboxOutcome.Dropped, await desk.SayAsync(Nobody, DeskHarness.Chat, $"{verb}:token", "call-1"));
        Assert.Equal(InboxOutcome.Dropped, await desk.SayAsync(DeskHarness.Owner, Elsewhere, $"{verb}:token", "call-2"));
        Assert.Equal(before, await FactsAsync(desk));
        Assert.Empty(desk.Desk.Toasts);
    }

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task WhenAnOwnerPresses_ItIsAnsweredAndAuditedOnceWithTheCard(string verb, ApprovalKind kind)
    {
        var desk = await AskedAsync(kind);
        Assert.Equal(InboxOutcome.Accepted, await desk.SayAsync(DeskHarness.Owner, DeskHarness.Chat, $"{verb}:token", "call"));
        Assert.NotEmpty(Assert.Single(desk.Desk.Toasts));
        var row = Assert.Single(await desk.AuditAsync(), row => row.Action == "pressed");
        Assert.Equal("Eve (4711)", row.Who);
        Assert.Contains(verb == "set-stop" ? "/settings" : $"card token ({kind}", row.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why:token")]
    [InlineData("refresh:token")]
    public async Task WhenAViewerPressesWhatOnlyShows_ItIsAnsweredLikeAnOwners(string data)
    {
        var desk = await AskedAsync(ApprovalKind.CloseByOwner);
        await desk.SayAsync(DeskHarness.Viewer, DeskHarness.Chat, data, "call");
        Assert.DoesNotContain("not act", Assert.Single(desk.Desk.Toasts), StringComparison.Ordinal);
        Assert.DoesNotContain(await desk.AuditAsync(), row => row.Action is "pressed" or "refused");
    }

    [Fact]
    public void WhenCommandsAreListed_TelegramTakesThem() => Assert.All(DeskCommands.Known, command =>
    {
        Assert.Matches("^[a-z0-9_]{1,32}$", command.Name);
        Assert.InRange(command.What.Length, 1, 256);
    });

    private static async Task<DeskHarness> HeldAsync(long chat)
    {
        var desk = new DeskHarness();
        desk.Operators = desk.Operators with { ChatId = chat };
        desk.Restart();
        await desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        desk.Desk.Written.Clear();
        return desk;
    }

    private static async Task<DeskHarness> AskedAsync(ApprovalKind kind)
    {
        var desk = await HeldAsync(DeskHarness.Chat);
        var position = await desk.PositionAsync(Contracts.Goog);
        var ofDesk = kind is ApprovalKind.Adoption or ApprovalKind.CloseAll or ApprovalKind.Emergency or ApprovalKind.AccountEmergency or ApprovalKind.Activate or ApprovalKind.Halt or ApprovalKind.Resume;
        var card = new ApprovalCard("token", kind, ofDesk ? null : position.Id, null, 2.10m, 2.12m, null, desk.Now, desk.Now.AddHours(1), ApprovalStatus.Open) { Positions = ofDesk ? [position.Id] : [] };
        await desk.Ledger.CommitAsync([new Engine.Ports.Ledger.LedgerChange.Put(LedgerKeys.Approval("token"), LedgerJson.Write(card))], default);
        return desk;
    }

    // All that a person could change: everything but what counts updates, waits for the chat, or says where a message stands.
    private static async Task<string> FactsAsync(DeskHarness desk)
    {
        var rows = await desk.Ledger.ListAsync("", CancellationToken.None);
        return string.Join('\n', rows
            .Where(row => !new[] { LedgerKeys.Seen, LedgerKeys.Outbox, LedgerKeys.Cards, LedgerKeys.Views, LedgerKeys.LastGoodPlan }.Any(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(row => $"{row.Key} {row.Json}").Append($"closes {desk.Broker.Closes.Count}"));
    }
}
