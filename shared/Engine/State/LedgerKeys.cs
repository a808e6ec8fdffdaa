using ExitDesk.Domain.Reconciling;

namespace ExitDesk.Engine.State;

/// <summary>Row keys of the account's partition: <c>kind:key</c>.</summary>
public static class LedgerKeys
{
    public const string Positions = "position:";
    public const string Marks = "mark:";
    public const string Closings = "closing:";
    public const string Approvals = "approval:";
    public const string Outbox = "outbox:";
    public const string Seen = "seen:";
    public const string Cards = "card:";
    public const string Views = "view:";
    public const string Expiries = "expiry:";
    public const string ExpirySummaries = "expiry-summary:";
    public const string FillParts = "fill:";
    public const string Entries = "entry:";
    public const string Openings = "opening:";
    public const string Overrides = "override:";

    /// <summary>Sums of all answers of the owner that were compared with the rules.</summary>
    public const string OverrideTotals = "setting:override-totals";

    /// <summary>Mode and trading state.</summary>
    public const string DeskSwitches = "setting:desk";

    /// <summary>The broker account that this ledger belongs to.</summary>
    public const string Account = "setting:account";

    /// <summary>What tells this ledger from one that was lost.</summary>
    public const string Instance = "setting:instance";

    /// <summary>Unknown orders that the owner was told of.</summary>
    public const string UnknownOrders = "setting:unknown-orders";

    /// <summary>Which messages the owner wants.</summary>
    public const string Notices = "setting:notices";

    /// <summary>Where the owner's chat has moved.</summary>
    public const string ChatMove = "setting:chat";

    /// <summary>What the account's rules remember.</summary>
    public const string AccountBook = "setting:account-book";

    /// <summary>The owner's changes of the plan.</summary>
    public const string PlanOverrides = "setting:plan";

    /// <summary>The last deployed plan that held.</summary>
    public const string LastGoodPlan = "setting:plan-file";

    public static string Position(string id) => Positions + id;

    public static string Mark(string positionId) => Marks + positionId;

    public static string Closing(string positionId, int number) => $"{Closings}{positionId}:{number}";

    public static string Approval(string token) => Approvals + token;

    public static string OutboxEntry(string id) => Outbox + id;

    /// <summary>A press, by what its id comes to: the id itself may hold any character.</summary>
    public static string SeenPress(string callbackId) =>
        Seen + "press:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(callbackId)).AsSpan(0, 16));

    public static string SeenUpdate(long updateId) => Seen + updateId.ToString("D12", System.Globalization.CultureInfo.InvariantCulture);

    public static string Card(string key) => Cards + key;

    /// <summary>What a status message shows; its messages are cards of the same name and a number.</summary>
    public static string View(string token) => Views + token;

    /// <summary>A recommendation and what became of it.</summary>
    public static string Entry(string id) => Entries + id;

    /// <summary>What an entry is about to hold.</summary>
    public static string Opening(string id) => Openings + id;

    /// <summary>What the expiry guardian knows of a position that expires today.</summary>
    public static string Expiry(string positionId) => Expiries + positionId;

    /// <summary>An answer of the owner that is not compared yet.</summary>
    public static string Override(string id) => Overrides + id;

    /// <summary>Who takes which part of a fill that is not ours.</summary>
    public static string FillPart(FillPart part) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{FillParts}{part.FillId}:{part.Number}");

    /// <summary>Says that a day's expirations are summed up.</summary>
    public static string ExpirySummary(DateOnly day) =>
        ExpirySummaries + day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
