using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Telegram.Delivery;
using ExitDesk.Simulator.Telegram.Markup;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Telegram;

/// <summary>The chat as its users see it: what the bot wrote, and what users press and say. Safe for concurrent use.</summary>
/// <remarks>
/// Updates reach the bot as from Telegram: one user's one after another, retried until acknowledged, a press lost after
/// <see cref="PressLifetime"/> and a message after <see cref="MessageLifetime"/> of market time.
/// </remarks>
public sealed partial class SimulatedChat : IDisposable
{
    /// <summary>How long Telegram keeps a press for the webhook.</summary>
    public static readonly TimeSpan PressLifetime = TimeSpan.FromSeconds(150);

    /// <summary>How long Telegram keeps a message for the webhook.</summary>
    public static readonly TimeSpan MessageLifetime = TimeSpan.FromHours(24);

    private readonly WebhookClient _client;
    private readonly UpdateWriter _updates;
    private readonly ConcurrentDictionary<long, long> _upgraded = new();
    private volatile IReadOnlyList<BotCommandLine> _commands = [];
    private int _updateId = 700_000_000;

    /// <param name="options">The bot and its people.</param>
    /// <param name="clock">Dates and waits.</param>
    /// <param name="faults">Repeats, rate limits and blocks.</param>
    /// <param name="time">Measures latencies and the bot's patience.</param>
    /// <exception cref="ArgumentException">The token has no bot id.</exception>
    public SimulatedChat(TelegramOptions options, MarketClock clock, FaultPlan faults, TimeProvider time)
    {
        if (!BotToken().IsMatch(options.Token))
        {
            throw new ArgumentException("The bot token must look like 1234567:AbC-dEf (the value is not shown).", nameof(options));
        }

        (Options, Clock, Faults) = (options, clock, faults);
        _client = new WebhookClient(time);
        _updates = new UpdateWriter(options);
        Queue = new UpdateQueue(clock, faults, _client);
        PressRegister = new PressRegister(time);
    }

    /// <summary>Raised after each new or edited message.</summary>
    public event Action<ChatMessage> MessageChanged
    {
        add => Transcript.Changed += value;
        remove => Transcript.Changed -= value;
    }

    /// <summary>Raised after each press, its delivery and its answer.</summary>
    public event Action<ButtonPress> PressChanged
    {
        add => PressRegister.Changed += value;
        remove => PressRegister.Changed -= value;
    }

    /// <summary>Raised after the bot set its list of commands.</summary>
    public event Action<IReadOnlyList<BotCommandLine>>? CommandsChanged;

    public TelegramOptions Options { get; }

    /// <summary>Every message, oldest first, of the bot and of its users.</summary>
    public IReadOnlyList<ChatMessage> Messages => Transcript.Snapshot();

    /// <summary>Every press, oldest first.</summary>
    public IReadOnlyList<ButtonPress> Presses => PressRegister.Snapshot();

    /// <summary>What setMyCommands set.</summary>
    public IReadOnlyList<BotCommandLine> Commands => _commands;

    /// <summary>How fast presses were acknowledged and answered, in wall-clock milliseconds.</summary>
    public PressTimings Timings => PressRegister.Timings();

    /// <summary>Where updates go; null until it is set here or by setWebhook.</summary>
    public Webhook? Webhook => Queue.Webhook;

    internal MarketClock Clock { get; }

    internal FaultPlan Faults { get; }

    internal Transcript Transcript { get; } = new();

    internal PressRegister PressRegister { get; }

    internal UpdateQueue Queue { get; }

    /// <summary>Sets the webhook as the bot itself does by setWebhook; what waits is delivered at once. Null takes it away.</summary>
    public void Connect(Webhook? webhook) => Queue.Connect(webhook);

    /// <summary>Presses a button, or sends what a forged client would.</summary>
    /// <param name="userId">Who presses.</param>
    /// <param name="messageId">The card; it must stand in the chat.</param>
    /// <param name="callbackData">Any data; Telegram's clients send the button's own.</param>
    /// <returns>Completes once the webhook has acknowledged the press or the press is lost. The press is queued before this returns.</returns>
    /// <exception cref="ArgumentException">No such message, or one without the bot as its sender.</exception>
    public Task<DeliveryOutcome> PressAsync(long userId, int messageId, string callbackData)
    {
        var message = Messages.FirstOrDefault(candidate => candidate.Id == messageId);
        if (message is null || message.SenderId != Options.BotId)
        {
            throw new ArgumentException($"The bot has sent no message {messageId} whose button could be pressed.", nameof(messageId));
        }

        var press = PressRegister.Add(userId, messageId, callbackData, Clock.Now);
        return Enqueue(
            "callback_query",
            userId,
            id => _updates.Press(id, press, message),
            PressLifetime,
            outcome => PressRegister.Delivered(press.CallbackId, outcome));
    }

    /// <summary>Sends a text to the bot; who is not the owner writes in a private chat of their own unless the bot's chat is a group.</summary>
    /// <returns>Completes once the webhook has acknowledged the message or it is lost. It is queued before this returns.</returns>
    public Task<DeliveryOutcome> SayAsync(long userId, string text) => SayAsync(
        userId, text, userId == Options.OwnerId || !TelegramOptions.IsPrivate(Options.ChatId) ? Options.ChatId : userId);

    /// <summary>Sends a text in a chat. In a group the bot hears commands alone, and of those for one bot its own.</summary>
    /// <returns>As the other; <see cref="DeliveryOutcome.Dropped"/> where the bot does not hear it.</returns>
    public Task<DeliveryOutcome> SayAsync(long userId, string text, long chatId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var message = Transcript.Add(id => new ChatMessage(id, chatId, userId, MarkupReader.Plain(text), [], Clock.Now));
        return TelegramOptions.IsPrivate(chatId) || IsForTheBot(text)
            ? Enqueue("message", userId, id => _updates.Said(id, message), MessageLifetime, _ => { })
            : Task.FromResult(DeliveryOutcome.Dropped);
    }

    /// <summary>Makes a group a supergroup, as Telegram does when one of its settings asks for it: it has another id from now on.</summary>
    /// <param name="groupId">Negative. The bot is told the new id; calls that still name the old one are refused, with the new one.</param>
    /// <returns>The new id.</returns>
    public long Upgrade(long groupId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(groupId, 0);
        var supergroupId = TelegramOptions.LastSupergroupId + groupId;
        if (_upgraded.TryAdd(groupId, supergroupId))
        {
            var notice = Transcript.Add(id => new ChatMessage(
                id, groupId, Options.OwnerId, MarkupReader.Plain("This group became a supergroup."), [], Clock.Now));
            _ = Enqueue("message", Options.OwnerId, id => _updates.Upgraded(id, notice, supergroupId), MessageLifetime, _ => { });
        }

        return supergroupId;
    }

    /// <summary>The first message that fits, of those here (as they stand now) and every new or edited one to come.</summary>
    public Task<ChatMessage> WaitForMessageAsync(Func<ChatMessage, bool> predicate, CancellationToken cancellationToken) =>
        Transcript.WaitAsync(predicate, cancellationToken);

    /// <summary>Completes when no delivery is under way or due at this market time; for lock-step.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => Queue.WhenIdleAsync(cancellationToken);

    public void Dispose()
    {
        Queue.Dispose();
        _client.Dispose();
    }

    internal bool Knows(long chatId) =>
        chatId == Options.ChatId || _upgraded.Values.Contains(chatId) || Messages.Any(message => message.ChatId == chatId);

    /// <returns>The id that a group has now; null: the one it had.</returns>
    internal long? Upgraded(long groupId) => _upgraded.TryGetValue(groupId, out var supergroup) ? supergroup : null;

    internal void SetCommands(IReadOnlyList<BotCommandLine> commands)
    {
        _commands = commands;
        CommandsChanged?.Invoke(commands);
    }

    /// <summary>Privacy mode, in which every bot starts [core.telegram.org/bots/features#privacy-mode, read 2026-11].</summary>
    private bool IsForTheBot(string text)
    {
        var command = text.Split([' ', '\n'], 2)[0];
        var at = command.IndexOf('@', StringComparison.Ordinal);
        return command.StartsWith('/') && (at < 0 || command[(at + 1)..].Equals(Options.BotUserName, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("^[0-9]{1,16}:.+$")]
    private static partial Regex BotToken();

    private Task<DeliveryOutcome> Enqueue(
        string kind,
        long userId,
        Func<int, JsonObject> write,
        TimeSpan lifetime,
        Action<DeliveryOutcome> settled)
    {
        if (Queue.AllowedKinds is { } allowed && !allowed.Contains(kind))
        {
            settled(DeliveryOutcome.Dropped);
            return Task.FromResult(DeliveryOutcome.Dropped);
        }

        var id = Interlocked.Increment(ref _updateId);
        var outcome = new TaskCompletionSource<DeliveryOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        Queue.Add(new PendingUpdate(id, userId, write(id), Clock.Now + lifetime, how =>
        {
            settled(how);
            outcome.TrySetResult(how);
        }));
        return outcome.Task;
    }
}
