namespace ExitDesk.Simulator.Telegram;

/// <summary>An owner who answers every card the same way.</summary>
public sealed class ScriptedUser : IDisposable
{
    private static readonly string[] Wanted = ["Approve", "Close", "Accept", "Confirm", "Yes"];

    private readonly SimulatedChat _chat;
    private readonly Lock _gate = new();
    private readonly HashSet<int> _answered = [];

    private ScriptedUser(SimulatedChat chat) => _chat = chat;

    /// <summary>Cards pressed so far.</summary>
    public int Presses
    {
        get
        {
            lock (_gate)
            {
                return _answered.Count;
            }
        }
    }

    /// <summary>Starts to answer: at once each card that is here, and every one to come.</summary>
    /// <remarks>
    /// <see cref="ApprovalHabit.Auto"/> presses, as soon as a card shows one, the button that does what the card proposes: "Approve",
    /// else "Close" whatever it closes ("Close now", "Close the rest", "Close all"), else "Accept", else "Confirm" or "Yes", each the first of its kind. It
    /// never opens, holds, keeps or refuses anything, and presses once a card.
    /// </remarks>
    public static ScriptedUser Attend(SimulatedChat chat, ApprovalHabit habit)
    {
        ArgumentNullException.ThrowIfNull(chat);
        var user = new ScriptedUser(chat);
        if (habit == ApprovalHabit.Auto)
        {
            chat.MessageChanged += user.Look;
            foreach (var message in chat.Messages)
            {
                user.Look(message);
            }
        }

        return user;
    }

    public void Dispose() => _chat.MessageChanged -= Look;

    private void Look(ChatMessage message)
    {
        if (Chosen(message.Buttons)?.Data is not { } data)
        {
            return;
        }

        lock (_gate)
        {
            if (!_answered.Add(message.Id))
            {
                return;
            }
        }

        // The press is queued when this returns; the queue itself sees to its delivery.
        _ = _chat.PressAsync(_chat.Options.OwnerId, message.Id, data);
    }

    private static ChatButton? Chosen(IReadOnlyList<ChatButton> buttons) => Wanted
        .Select(word => buttons.FirstOrDefault(button => button.Data is not null && Says(button.Text, word)))
        .FirstOrDefault(button => button is not null);

    // The first word of the text; what stands before it may be a picture.
    private static bool Says(string text, string word) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => part.Any(char.IsLetter)) is { } first
        && first.Trim('.', ',', '!', ':').Equals(word, StringComparison.OrdinalIgnoreCase);
}
