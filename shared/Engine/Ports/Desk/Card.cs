namespace ExitDesk.Engine.Ports.Desk;

/// <summary>A message to the owner.</summary>
/// <param name="Html">Telegram's HTML subset; everything dynamic in it is escaped. At most 4096 characters.</param>
/// <param name="Buttons">Rows of buttons; empty for none.</param>
/// <param name="IsSilent">True to arrive without a sound.</param>
public sealed record Card(string Html, IReadOnlyList<IReadOnlyList<CardButton>> Buttons, bool IsSilent = false)
{
    public static Card Plain(string html, bool isSilent = false) => new(html, [], isSilent);
}
