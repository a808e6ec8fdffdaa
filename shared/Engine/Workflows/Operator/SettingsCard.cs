using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>The card of <c>/settings</c>: how each kind of message arrives, with a button that moves it one step on.</summary>
public static class SettingsCard
{
    private const int ButtonsARow = 3;

    /// <summary>The card.</summary>
    /// <param name="settings">As they are.</param>
    /// <param name="token">Of its buttons.</param>
    public static Card Of(NoticeSettings settings, string token)
    {
        var lines = new List<string> { "<b>Messages</b>: 🔔 on · 🔕 silent · 🚫 off. A tap moves to the next." };
        lines.AddRange(NoticeSubject.All.Select(subject =>
            $"{Icon(subject.Of(settings))} <code>{subject.Name}</code> {Html.Escape(subject.Title)}{(subject.MustArrive is null ? "" : " (never off)")}"));
        lines.Add("By its kind or by its rule, whichever is quieter. What is never off arrives silent at least.");
        lines.Add("In words: /settings stop silent");
        return new Card(
            string.Join('\n', lines),
            [.. NoticeSubject.All.Select(subject => new CardButton($"{Icon(subject.Of(settings))} {subject.Name}", $"{Verb(subject)}:{token}")).Chunk(ButtonsARow)]);
    }

    /// <summary>What follows a level by a tap.</summary>
    public static NoticeLevel Next(NoticeSubject subject, NoticeLevel level) => level switch
    {
        NoticeLevel.On => NoticeLevel.Silent,
        NoticeLevel.Silent => subject.MustArrive is null ? NoticeLevel.Off : NoticeLevel.On,
        NoticeLevel.Off => NoticeLevel.On,
    };

    /// <summary>What its button sends before the token.</summary>
    public static string Verb(NoticeSubject subject) => $"set-{subject.Name}";

    private static string Icon(NoticeLevel level) => level switch
    {
        NoticeLevel.On => "🔔",
        NoticeLevel.Silent => "🔕",
        NoticeLevel.Off => "🚫",
    };
}
