namespace Telegram.Bot.Types;

/// <summary>Whether links in a message are previewed.</summary>
public class LinkPreviewOptions
{
    public bool IsDisabled { get; set; }

    /// <summary>True: the preview is off.</summary>
    public static implicit operator LinkPreviewOptions(bool isDisabled) => new() { IsDisabled = isDisabled };
}
