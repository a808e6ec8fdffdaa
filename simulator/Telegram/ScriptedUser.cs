namespace ExitDesk.Simulator.Telegram;

/// <summary>An owner who answers every card the same way.</summary>
public sealed class ScriptedUser : IDisposable
{
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
    /// <see cref="ApprovalHabit.Auto"/> presses the first button that says "Close now" or "Approve" as soon as a card shows
    /// one, and never presses on the same card again.
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
        if (message.Buttons.FirstOrDefault(Acts) is not { Data: { } data })
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

    private static bool Acts(ChatButton button) =>
        button.Data is not null
        && (button.Text.Contains("Close now", StringComparison.OrdinalIgnoreCase)
            || button.Text.Contains("Approve", StringComparison.OrdinalIgnoreCase));
}
