using System.Text.Json.Nodes;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Telegram.Delivery;

/// <summary>Telegram's queue of updates and their delivery to the webhook. Safe for concurrent use.</summary>
/// <remarks>
/// Each user has a lane: the next update goes out only after the one before it was acknowledged with 2xx or outlived its time.
/// Retries wait in market time. Attempts start on the thread that advances the clock or adds the update, so whoever waits in
/// <see cref="WhenIdleAsync"/> right after either misses none.
/// </remarks>
internal sealed class UpdateQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, UserLane> _lanes = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly MarketClock _clock;
    private readonly FaultPlan _faults;
    private readonly WebhookClient _client;
    private TaskCompletionSource? _idle;
    private int _busy;

    public UpdateQueue(MarketClock clock, FaultPlan faults, WebhookClient client)
    {
        (_clock, _faults, _client) = (clock, faults, client);
        _clock.Advanced += StartDue;
    }

    /// <summary>Null: updates wait.</summary>
    public Webhook? Webhook { get; private set; }

    /// <summary>Kinds that the bot asked for; null: all.</summary>
    public IReadOnlySet<string>? AllowedKinds { get; set; }

    /// <summary>The last failed delivery; null if none failed since the webhook was set.</summary>
    public DeliveryFailure? LastFailure { get; private set; }

    public void Connect(Webhook? webhook)
    {
        lock (_gate)
        {
            Webhook = webhook;
            LastFailure = null;
        }

        StartDue(_clock.Now);
    }

    public void Add(PendingUpdate update)
    {
        var now = _clock.Now;
        lock (_gate)
        {
            if (!_lanes.TryGetValue(update.UserId, out var lane))
            {
                _lanes[update.UserId] = lane = new UserLane();
            }

            if (lane.Waiting.Count == 0)
            {
                lane.Next(now);
            }

            lane.Waiting.Enqueue(update);
        }

        StartDue(now);
    }

    /// <summary>What waits, oldest first.</summary>
    public IReadOnlyList<JsonObject> Pending()
    {
        lock (_gate)
        {
            return [.. _lanes.Values.SelectMany(lane => lane.Waiting).OrderBy(update => update.Id).Select(update => update.Body)];
        }
    }

    /// <summary>Takes away what the bot has fetched itself, or everything before it sets a webhook anew.</summary>
    public void Remove(Func<JsonObject, bool> unwanted, DeliveryOutcome outcome)
    {
        List<PendingUpdate> removed = [];
        lock (_gate)
        {
            foreach (var lane in _lanes.Values)
            {
                // The update under way ends as its delivery ends.
                PendingUpdate[] kept = [.. lane.Waiting.Where(
                    (update, place) => (lane.Busy && place == 0) || !unwanted(update.Body))];
                removed.AddRange(lane.Waiting.Except(kept));
                lane.Waiting.Clear();
                Array.ForEach(kept, lane.Waiting.Enqueue);
                if (!lane.Busy)
                {
                    lane.Next(_clock.Now);
                }
            }
        }

        removed.ForEach(update => update.Settled(outcome));
    }

    /// <summary>Completes when no delivery is under way or due at this market time.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_busy == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _clock.Advanced -= StartDue;
        _stop.Cancel();
        _stop.Dispose();
    }

    private void StartDue(DateTimeOffset now)
    {
        List<PendingUpdate> lost = [];
        List<(UserLane Lane, PendingUpdate Update, Webhook Webhook)> due = [];
        lock (_gate)
        {
            foreach (var lane in _lanes.Values.Where(lane => !lane.Busy))
            {
                while (lane.Waiting.TryPeek(out var first) && first.Expires <= now)
                {
                    lost.Add(lane.Waiting.Dequeue());
                    lane.Next(now);
                }

                if (Webhook is { } webhook && lane.Due <= now && lane.Waiting.TryPeek(out var update))
                {
                    lane.Busy = true;
                    _busy++;
                    due.Add((lane, update, webhook));
                }
            }
        }

        lost.ForEach(update => update.Settled(DeliveryOutcome.Lost));
        foreach (var (lane, update, webhook) in due)
        {
            _ = DeliverAsync(lane, update, webhook);
        }
    }

    private async Task DeliverAsync(UserLane lane, PendingUpdate update, Webhook webhook)
    {
        var stop = _stop.Token;
        var failure = await _client.PostAsync(webhook, update.Body, stop).ConfigureAwait(false);
        if (failure is null && _faults.Hits(Fault.TelegramRepeat, 0.1))
        {
            // A repeat looks to the bot as if its first answer had been lost.
            failure = await _client.PostAsync(webhook, update.Body, stop).ConfigureAwait(false);
        }

        var now = _clock.Now;
        lock (_gate)
        {
            if (failure is null)
            {
                lane.Waiting.Dequeue();
                lane.Next(now);
            }
            else
            {
                LastFailure = new DeliveryFailure(now, failure);
                lane.Retry(now);
            }

            lane.Busy = false;
        }

        if (failure is null)
        {
            update.Settled(DeliveryOutcome.Acknowledged);
        }

        if (!stop.IsCancellationRequested)
        {
            StartDue(_clock.Now);
        }

        Finished();
    }

    private void Finished()
    {
        lock (_gate)
        {
            if (--_busy == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }
}
