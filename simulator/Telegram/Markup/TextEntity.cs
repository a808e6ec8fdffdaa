namespace ExitDesk.Simulator.Telegram.Markup;

/// <summary>A marked part of a text.</summary>
/// <param name="Type">The Bot API's name, for instance <c>bold</c>.</param>
/// <param name="Offset">Start in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Url">Target of a <c>text_link</c>; null for other types.</param>
public sealed record TextEntity(string Type, int Offset, int Length, string? Url);
