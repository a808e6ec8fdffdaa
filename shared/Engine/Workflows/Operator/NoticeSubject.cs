using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Something whose messages the owner may hear, see, or not want: a kind of message or a rule. Exactly one of both.</summary>
/// <param name="Name">What the owner types.</param>
/// <param name="Kind">The kind of message; null for a rule.</param>
/// <param name="Reason">The rule; null for a kind.</param>
public sealed record NoticeSubject(string Name, NoticeKind? Kind, ExitReason? Reason)
{
    /// <summary>All of them, kinds first.</summary>
    public static IReadOnlyList<NoticeSubject> All { get; } =
    [
        .. Enum.GetValues<NoticeKind>().Select(static kind => new NoticeSubject(NameOf(kind), kind, null)),
        .. Enum.GetValues<ExitReason>().Select(static reason => new NoticeSubject(NameOf(reason), null, reason)),
    ];

    /// <summary>What it is, for people.</summary>
    public string Title => Kind is { } kind ? TitleOf(kind) : Titles.Capital(Titles.Reason(Reason!.Value));

    /// <summary>Why it cannot be turned off; null if it can.</summary>
    public string? MustArrive => Kind is { } kind ? NoticeSettings.MustArrive(kind) : NoticeSettings.MustArrive(Reason!.Value);

    /// <summary>By the name that is typed; null if it is none.</summary>
    public static NoticeSubject? Find(string name) => All.FirstOrDefault(subject => subject.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What to say of a name that is none.</summary>
    public static string Hint(string name) => Nearest.Hint(name, [.. All.Select(static subject => subject.Name)]);

    /// <summary>How it arrives by these settings.</summary>
    public NoticeLevel Of(NoticeSettings settings) => Kind is { } kind ? settings.Of(kind) : settings.Of(Reason!.Value);

    /// <summary>The settings with another level for it.</summary>
    public NoticeSettings With(NoticeSettings settings, NoticeLevel level) => Kind is { } kind
        ? settings with { Kinds = new Dictionary<NoticeKind, NoticeLevel>(settings.Kinds) { [kind] = level } }
        : settings with { Reasons = new Dictionary<ExitReason, NoticeLevel>(settings.Reasons) { [Reason!.Value] = level } };

    private static string NameOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Alert => "alerts",
        NoticeKind.Expiry => "expiry",
        NoticeKind.Question => "questions",
        NoticeKind.Answer => "answers",
        NoticeKind.Close => "closes",
        NoticeKind.Receipt => "receipts",
        NoticeKind.WouldClose => "would-close",
        NoticeKind.Position => "positions",
        NoticeKind.Statistic => "statistics",
    };

    private static string TitleOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Alert => "Alerts",
        NoticeKind.Expiry => "Expiring today",
        NoticeKind.Question => "Questions",
        NoticeKind.Answer => "Answers to commands",
        NoticeKind.Close => "Closes on their way",
        NoticeKind.Receipt => "Receipts of closes",
        NoticeKind.WouldClose => "What rules would close",
        NoticeKind.Position => "Positions found or ended",
        NoticeKind.Statistic => "Summaries",
    };

    private static string NameOf(ExitReason reason) => reason switch
    {
        ExitReason.Emergency => "emergency",
        ExitReason.ExerciseRisk => "exercise",
        ExitReason.StopLoss => "stop",
        ExitReason.TakeProfit => "profit",
        ExitReason.TrailingStop => "trailing",
        ExitReason.UnderlyingMove => "move",
        ExitReason.DayTradeClose => "day-trade",
        ExitReason.ExpirationRisk => "expiration",
        ExitReason.DaysToExpiration => "dte",
        ExitReason.AssignmentRisk => "assignment",
        ExitReason.MaxHold => "max-hold",
        ExitReason.OwnerRequest => "owner",
    };
}
