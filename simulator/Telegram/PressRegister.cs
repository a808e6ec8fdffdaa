using System.Globalization;

namespace ExitDesk.Simulator.Telegram;

/// <summary>Button presses and their answers. Safe for concurrent use.</summary>
/// <remarks>
/// A press may be answered once, within <see cref="AnswerWindow"/> of wall time: the window measures how fast the bot's
/// process is, and a simulated day may run hundreds of times faster than the clock on the wall. Telegram does not publish
/// its window; 15 seconds are this simulator's choice, on the short side.
/// </remarks>
internal sealed class PressRegister(TimeProvider time)
{
    public static readonly TimeSpan AnswerWindow = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ButtonPress Press, long Pressed)> _presses = [];
    private readonly List<double> _acknowledged = [];
    private readonly List<double> _answered = [];

    /// <summary>Raised after each press and each change of one.</summary>
    public event Action<ButtonPress>? Changed;

    public IReadOnlyList<ButtonPress> Snapshot()
    {
        lock (_gate)
        {
            return [.. _presses.Values.Select(entry => entry.Press)];
        }
    }

    public PressTimings Timings()
    {
        lock (_gate)
        {
            return new PressTimings(LatencySummary.Of(_acknowledged), LatencySummary.Of(_answered));
        }
    }

    public ButtonPress Add(long userId, int messageId, string data, DateTimeOffset at)
    {
        ButtonPress press;
        lock (_gate)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{userId}{_presses.Count + 1:D9}");
            press = new ButtonPress(id, userId, messageId, data, at);
            _presses.Add(id, (press, time.GetTimestamp()));
        }

        Changed?.Invoke(press);
        return press;
    }

    public void Delivered(string callbackId, DeliveryOutcome outcome)
    {
        ButtonPress press;
        lock (_gate)
        {
            var entry = _presses[callbackId];
            press = entry.Press with { Delivery = outcome };
            _presses[callbackId] = (press, entry.Pressed);
            if (outcome == DeliveryOutcome.Acknowledged)
            {
                _acknowledged.Add(time.GetElapsedTime(entry.Pressed).TotalMilliseconds);
            }
        }

        Changed?.Invoke(press);
    }

    /// <summary>Ends a press's spinner.</summary>
    /// <returns>False if the id is unknown, already answered or too old.</returns>
    public bool Answer(string callbackId, string? text, bool alert)
    {
        ButtonPress press;
        lock (_gate)
        {
            if (!_presses.TryGetValue(callbackId, out var entry) || entry.Press.Answered
                || time.GetElapsedTime(entry.Pressed) > AnswerWindow)
            {
                return false;
            }

            press = entry.Press with { Answered = true, Answer = text, Alert = alert };
            _presses[callbackId] = (press, entry.Pressed);
            _answered.Add(time.GetElapsedTime(entry.Pressed).TotalMilliseconds);
        }

        Changed?.Invoke(press);
        return true;
    }
}
