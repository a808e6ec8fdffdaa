using ExitDesk.Simulator.Market.Seeded;

namespace ExitDesk.Simulator.Telegram;

/// <summary>An owner who answers every card by one habit, the same way each time the same day is played.</summary>
public sealed class ScriptedUser : IDisposable
{
    private static readonly TimeSpan SlowDelay = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    private readonly SimulatedChat _chat;
    private readonly ApprovalHabit _habit;
    private readonly SeededNoise _moods;
    private readonly SeededNoise _delays;
    private readonly Lock _gate = new();
    private readonly HashSet<int> _considered = [];
    private readonly List<PlannedPress> _planned = [];
    private int _presses;

    private ScriptedUser(SimulatedChat chat, ApprovalHabit habit, int seed) =>
        (_chat, _habit, _moods, _delays) = (chat, habit, new SeededNoise(seed, "moods"), new SeededNoise(seed, "answer delays"));

    /// <summary>Cards pressed so far.</summary>
    public int Presses => Volatile.Read(ref _presses);

    /// <summary>Starts to answer: each card that is here, and every one to come.</summary>
    /// <param name="seed">Of <see cref="ApprovalHabit.Random"/>; without meaning for the others.</param>
    /// <remarks>
    /// A card counts as soon as one of its buttons acts: "Approve", else "Close" whatever it closes ("Close now", "Close the rest", "Close all"),
    /// else a word that agrees, else one that enters. Questions, halts and adoptions are left alone. Each card is pressed once.
    /// </remarks>
    public static ScriptedUser Attend(SimulatedChat chat, ApprovalHabit habit, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(chat);
        var user = new ScriptedUser(chat, habit, seed);
        if (habit != ApprovalHabit.Never)
        {
            chat.MessageChanged += user.Look;
            chat.Clock.Advanced += user.PressDue;
            foreach (var message in chat.Messages)
            {
                user.Look(message);
            }
        }

        return user;
    }

    public void Dispose()
    {
        _chat.MessageChanged -= Look;
        _chat.Clock.Advanced -= PressDue;
    }

    private void Look(ChatMessage message)
    {
        if (CardReader.WhatActs(message.Buttons) is null)
        {
            return;
        }

        var now = _chat.Clock.Now;
        lock (_gate)
        {
            if (_considered.Add(message.Id) && Plan(message.Id, now) is { } press)
            {
                _planned.Add(press);
            }
        }

        PressDue(now);
    }

    /// <returns>Null: leaves the card alone.</returns>
    private PlannedPress? Plan(int messageId, DateTimeOffset now) => _habit switch
    {
        ApprovalHabit.Auto => new PlannedPress(messageId, now, Acts: true),
        ApprovalHabit.Never => null,
        ApprovalHabit.Slow => new PlannedPress(messageId, now + SlowDelay, Acts: true),
        ApprovalHabit.Random => _moods.Uniform(messageId) switch
        {
            < 0.5 => new PlannedPress(messageId, now + (_delays.Uniform(messageId) * LongestDelay), Acts: true),
            < 0.8 => new PlannedPress(messageId, now + (_delays.Uniform(messageId) * LongestDelay), Acts: false),
            _ => null,
        },
    };

    private void PressDue(DateTimeOffset now)
    {
        List<PlannedPress> due;
        lock (_gate)
        {
            due = [.. _planned.Where(press => press.Due <= now)];
            _planned.RemoveAll(due.Contains);
        }

        foreach (var press in due)
        {
            Press(press);
        }
    }

    private void Press(PlannedPress press)
    {
        var buttons = _chat.Messages.FirstOrDefault(message => message.Id == press.MessageId)?.Buttons ?? [];
        if ((press.Acts ? CardReader.WhatActs(buttons) : CardReader.WhatDeclines(buttons))?.Data is { } data)
        {
            Interlocked.Increment(ref _presses);

            // The press is queued when this returns; the queue itself sees to its delivery.
            _ = _chat.PressAsync(_chat.Options.OwnerId, press.MessageId, data);
        }
        else if (press.Acts)
        {
            // What was to be pressed is gone: should the card ask again, it is a new question.
            lock (_gate)
            {
                _considered.Remove(press.MessageId);
            }
        }
    }
}
