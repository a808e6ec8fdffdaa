using ExitDesk.Simulator.Telegram.Markup;

namespace ExitDesk.Simulator.Telegram;

/// <summary>A message as the chat shows it now.</summary>
/// <param name="Id">Message id, unique within this simulated Telegram.</param>
/// <param name="ChatId">The chat it stands in.</param>
/// <param name="SenderId">Bot or user id.</param>
/// <param name="Content">Text, its marks and safe HTML.</param>
/// <param name="Rows">Rows of buttons; empty when there are none.</param>
/// <param name="At">Market time it was sent.</param>
public sealed record ChatMessage(
    int Id, long ChatId, long SenderId, MarkedText Content, IReadOnlyList<IReadOnlyList<ChatButton>> Rows, DateTimeOffset At)
{
    /// <summary>The text without markup.</summary>
    public string Text => Content.Text;

    /// <summary>All buttons, row by row.</summary>
    public IReadOnlyList<ChatButton> Buttons { get; } = [.. Rows.SelectMany(row => row)];

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>Market time of the last edit; null if never edited.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>True: it arrived without a sound.</summary>
    public bool Silent { get; init; }

    internal bool ShowsTheSameAs(MarkedText content, IReadOnlyList<IReadOnlyList<ChatButton>> rows) =>
        content.Text == Content.Text
        && content.Entities.SequenceEqual(Content.Entities)
        && rows.Count == Rows.Count
        && rows.Zip(Rows).All(pair => pair.First.SequenceEqual(pair.Second));
}
