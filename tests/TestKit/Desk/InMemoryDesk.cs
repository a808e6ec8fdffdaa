using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Telling;

namespace ExitDesk.TestKit.Desk;

/// <summary>The owner's chat for workflow tests: keeps what is shown, and can be busy, blocked or silent.</summary>
public sealed class InMemoryDesk(EffectCounter effects) : IOperatorDesk
{
    /// <summary>What every message shows now, in the order of its first appearance.</summary>
    public List<Card> Shown { get; } = [];

    /// <summary>All that was ever sent or edited in, in order.</summary>
    public List<Card> Written { get; } = [];

    /// <summary>Messages that arrived with a sound; an edit makes none.</summary>
    public int Sounds { get; private set; }

    public List<string> Toasts { get; } = [];

    /// <summary>While set, every call ends like this.</summary>
    public DeliveryOutcome? Instead { get; set; }

    /// <summary>Runs before every call: here a chat that hangs can be told from one that answers.</summary>
    public Func<CancellationToken, Task>? Before { get; set; }

    /// <summary>The newest text that is shown; empty if there is none.</summary>
    public string Last => Written.Count == 0 ? "" : Written[^1].Html;

    public async Task<DeliveryOutcome> SendAsync(Card card, CancellationToken cancellationToken)
    {
        if ((await EnterAsync(cancellationToken).ConfigureAwait(false) ?? Refusal(card)) is { } instead)
        {
            return instead;
        }

        Shown.Add(card);
        Sounds += card.IsSilent ? 0 : 1;
        Written.Add(card);
        effects.Happened();
        return new DeliveryOutcome.Delivered(Shown.Count);
    }

    public async Task<DeliveryOutcome> EditAsync(int messageId, Card card, CancellationToken cancellationToken)
    {
        if ((await EnterAsync(cancellationToken).ConfigureAwait(false) ?? Refusal(card)) is { } instead)
        {
            return instead;
        }

        Shown[messageId - 1] = card;
        Written.Add(card);
        effects.Happened();
        return new DeliveryOutcome.Delivered(messageId);
    }

    public async Task<DeliveryOutcome> AnswerPressAsync(string callbackId, string text, CancellationToken cancellationToken)
    {
        if (await EnterAsync(cancellationToken).ConfigureAwait(false) is { } instead)
        {
            return instead;
        }

        Toasts.Add(text);
        effects.Happened();
        return new DeliveryOutcome.Delivered(null);
    }

    /// <summary>The data of the newest button with this label among all that are shown.</summary>
    public string Button(string label) =>
        Shown.AsEnumerable().Reverse().SelectMany(card => card.Buttons).SelectMany(row => row).First(button => button.Label == label).Data;

    // As Telegram does, which counts characters without tags and escapes.
    private static DeliveryOutcome.Refused? Refusal(Card card) => PlainText.Of(card.Html).Length switch
    {
        0 => new DeliveryOutcome.Refused("message text is empty"),
        > LongText.Limit => new DeliveryOutcome.Refused("message is too long"),
        _ => null,
    };

    private async Task<DeliveryOutcome?> EnterAsync(CancellationToken cancellationToken)
    {
        effects.Check();
        await (Before?.Invoke(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        return Instead;
    }
}
