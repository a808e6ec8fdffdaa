namespace ExitDesk.Simulator.Telegram.Markup;

/// <summary>A text after its markup was read.</summary>
/// <param name="Text">Without markup.</param>
/// <param name="Entities">Which parts are marked, as the Bot API reports them.</param>
/// <param name="Html">The same for a browser: everything escaped, only known tags, only safe links.</param>
public sealed record MarkedText(string Text, IReadOnlyList<TextEntity> Entities, string Html);
