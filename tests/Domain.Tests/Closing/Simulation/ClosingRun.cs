using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Closing.Simulation;

/// <summary>Drives the protocol against a moody broker, step by step as the desk does, and checks it after each.</summary>
internal sealed class ClosingRun
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    private readonly Random _random;
    private readonly MoodyBroker _broker;
    private readonly List<string> _steps = [];
    private PositionClosing _closing;
    private DateTimeOffset _lastNews;

    public ClosingRun(int seed)
    {
        _random = new Random(seed);
        _broker = new MoodyBroker(_random, SampleSession.Noon);
        _closing = SampleClosings.NewClosing(_random.Next(2) == 0 ? CloseAuthority.Rule : CloseAuthority.Owner);
        _lastNews = SampleSession.Noon;
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>What went wrong, with the steps that led there; null if nothing did.</returns>
    public string? Run()
    {
        const int patience = 2_000;
        for (var i = 0; i < patience; i++)
        {
            var step = Step();
            _steps.Add($"{_broker.Now:mm:ss} held {_broker.Held:0}, {step}");
            if (Complaint(step) is { } complaint)
            {
                return complaint + "\n" + string.Join('\n', _steps);
            }

            if (step is CloseStep.Settle)
            {
                return null;
            }

            Act(step);
        }

        return "it never ends\n" + string.Join('\n', _steps.TakeLast(40));
    }

    private CloseStep Step()
    {
        var isPermitted = _random.Next(200) != 0;
        var step = Next(isPermitted, null);
        var look = step switch
        {
            CloseStep.LookAtOrders => _broker.LookAtOrders(_closing),
            CloseStep.LookAtAll => _broker.LookAtAll(),
            _ => null,
        };
        if (look is null)
        {
            return step;
        }

        var before = _closing.FilledQuantity;
        _closing = CloseObservation.Observe(_closing, look);
        return _closing.FilledQuantity < before ? throw new InvalidOperationException("fills shrank") : Next(isPermitted, look);
    }

    private CloseStep Next(bool isPermitted, CloseLook? look) =>
        CloseProtocol.Next(_closing, new CloseFacts(SampleSession.At(_broker.Now), isPermitted) { Look = look });

    private string? Complaint(CloseStep step)
    {
        _lastNews = step is CloseStep.Wait { IsAlarming: false } or CloseStep.LookAtAll or CloseStep.LookAtOrders ? _lastNews : _broker.Now;
        return step switch
        {
            CloseStep.SubmitClosePosition when _closing.LastAttempt is { IsOpenQuestion: true } => "a submission while an attempt is an open question",
            CloseStep.SubmitClosePosition when _broker.OurLiveQuantity > 0 => "a submission while an order of ours lives",
            CloseStep.SubmitClosePosition submit when _closing.Attempts.Count > 0 && submit.Quantity > _broker.Held => "more than is held",
            CloseStep.SubmitClosePosition submit when submit.Quantity <= 0 => "a submission of nothing",
            CloseStep.Settle when _broker.OurLiveQuantity > 0 => "it ends while an order of ours lives",
            CloseStep.Settle { End: not CloseEnd.Withdrawn } when _broker.Held != 0 => "it ends while the position is held",
            CloseStep.Settle { End: CloseEnd.Withdrawn } when _closing.Trigger.Authority == CloseAuthority.Owner =>
                "the owner's word was withdrawn",
            _ when _broker.OurFills > _closing.Quantity => "more was closed than was triggered",
            _ when _broker.Held < 0 => "the position went through zero",
            _ when _broker.Now - _lastNews > LongestSilence => "a wait without an alarm",
            _ => null,
        };
    }

    private void Act(CloseStep step)
    {
        switch (step)
        {
            case CloseStep.SubmitClosePosition submit:
                Submit(submit.Quantity);
                break;
            case CloseStep.Cancel cancel:
                _closing = _closing with { CancelRequests = [.. _closing.CancelRequests, new CancelRequest(cancel.Order.Id, _broker.Now)] };
                _broker.Cancel(cancel.Order.Id);
                _broker.AdvanceTo(_broker.Now.AddSeconds(1));
                break;
            case CloseStep.BeginEnding begin:
                _closing = _closing with { Ending = begin.Ending };
                break;
            case CloseStep.Wait wait:
                // A message may come early: then the same question is asked again.
                var early = _random.Next(10) == 0 ? _random.NextDouble() : 1;
                _broker.AdvanceTo(_broker.Now + (wait.Until - _broker.Now) * early);
                break;
            default:
                break;
        }
    }

    private void Submit(decimal quantity)
    {
        var attempt = new CloseAttempt(_closing.Attempts.Count + 1, _broker.Now, quantity, AttemptOutcome.Pending);
        _closing = _closing with { Attempts = [.. _closing.Attempts, attempt] };
        if (_broker.Close(attempt) is not { } answered)
        {
            return;
        }

        _closing = _closing.WithLastAttempt(answered);
        if (answered.OrderId is { } id)
        {
            _closing = _closing with { Orders = [.. _closing.Orders, _broker.Find(id)] };
        }
    }
}
