using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>What happens in the chat as server-sent events: first how it stands, then each change. Safe for concurrent use.</summary>
internal sealed class ChatFeed : IDisposable
{
    private const int KeptEvents = 2_000;
    private static readonly TimeSpan ClockInterval = TimeSpan.FromMilliseconds(200);

    private readonly SimulatedChat _chat;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<Channel<string>> _readers = [];
    private long _clockShown;

    public ChatFeed(SimulatedChat chat, TimeProvider time)
    {
        (_chat, _time) = (chat, time);
        _chat.MessageChanged += OnMessage;
        _chat.Transcript.Removed += OnRemoved;
        _chat.PressChanged += OnPress;
        _chat.CommandsChanged += OnCommands;
        _chat.Clock.Advanced += OnAdvanced;
    }

    /// <summary>Events as they go over the wire, until cancelled or until the reader falls too far behind to keep up.</summary>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(KeptEvents) { SingleReader = true });
        lock (_gate)
        {
            _readers.Add(channel);
        }

        try
        {
            // Subscribed first: what changes meanwhile comes twice rather than never.
            yield return Event("snapshot", ChatJson.Snapshot(_chat));
            await foreach (var line in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return line;
            }
        }
        finally
        {
            lock (_gate)
            {
                _readers.Remove(channel);
            }
        }
    }

    public void Dispose()
    {
        _chat.MessageChanged -= OnMessage;
        _chat.Transcript.Removed -= OnRemoved;
        _chat.PressChanged -= OnPress;
        _chat.CommandsChanged -= OnCommands;
        _chat.Clock.Advanced -= OnAdvanced;
    }

    private static string Event(string name, JsonNode data) => $"event: {name}\ndata: {data.ToJsonString()}\n\n";

    private void OnMessage(ChatMessage message) => Publish("message", () => ChatJson.Message(_chat, message));

    private void OnRemoved(ChatMessage message) => Publish("removed", () => JsonValue.Create(message.Id));

    private void OnPress(ButtonPress press) => Publish("press", () => ChatJson.Press(_chat, press));

    private void OnCommands(IReadOnlyList<BotCommandLine> commands) => Publish("commands", () => ChatJson.Commands(commands));

    /// <summary>A fast market moves thousands of times a second; the page shows a few.</summary>
    private void OnAdvanced(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_clockShown != 0 && _time.GetElapsedTime(_clockShown) < ClockInterval)
            {
                return;
            }

            _clockShown = _time.GetTimestamp();
        }

        Publish("clock", () => ChatJson.Clock(now));
    }

    private void Publish(string name, Func<JsonNode> data)
    {
        lock (_gate)
        {
            if (_readers.Count == 0)
            {
                return;
            }

            var line = Event(name, data());
            foreach (var reader in _readers)
            {
                if (!reader.Writer.TryWrite(line))
                {
                    // The browser connects anew and starts from a fresh snapshot.
                    reader.Writer.TryComplete();
                }
            }
        }
    }
}
