using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Closing.Simulation;

/// <summary>Drives closings of every structure and urgency against a moody broker, step by step as the desk does, and checks each step.</summary>
internal sealed class SpreadRun
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);

    private readonly Random _random;
    private readonly SpreadBroker _broker;
    private readonly List<string> _steps = [];
    private PositionClosing _closing;
    private DateTimeOffset _lastNews = SampleSession.Noon;
    private bool _isRuleGone;

    public SpreadRun(int seed)
    {
        _random = new Random(seed);
        var structure = StructureOf(_random.Next(7), _random.Next(1, 5));
        _broker = new SpreadBroker(_random, structure, SampleSession.Noon);
        _closing = new PositionClosing("p", 1, structure, Trigger((Urgency)_random.Next(4), _random.Next(3) == 0 ? CloseAuthority.Owner : CloseAuthority.Rule));
    }

    /// <summary>How it ended; null while it goes on.</summary>
    public CloseEnd? End { get; private set; }

    public string Kind => $"{_closing.Structure.Kind} {_closing.Trigger.Urgency}";

    /// <summary>Runs to the end.</summary>
    /// <returns>What went wrong, with the steps that led there; null if nothing did.</returns>
    public string? Run()
    {
        const int patience = 4_000;
        for (var i = 0; i < patience; i++)
        {
            Disturb();
            var step = Step();
            _steps.Add($"{_broker.Now:mm:ss} {string.Join('/', _closing.Legs.Select(leg => _broker.Held(leg.Symbol)))} {step}");
            if (Complaint(step) is { } complaint)
            {
                return $"{Kind}: {complaint}\n{string.Join('\n', _steps.TakeLast(60))}";
            }

            End = step switch { CloseStep.Settle settle => settle.End, CloseStep.GiveUp => CloseEnd.GivenUp, _ => null };
            if (End is not null)
            {
                return null;
            }

            Act(step);
        }

        return $"{Kind}: it never ends\n" + string.Join('\n', _steps.TakeLast(40));
    }

    private static Structure StructureOf(int kind, decimal units) => kind switch
    {
        0 => SampleStructures.PutCredit(units),
        1 => SampleStructures.CallDebit(units),
        2 => SampleStructures.Condor(units),
        3 => SampleStructures.ShortStrangle(units),
        4 => SampleStructures.LongStrangle(units),
        5 => SamplePositions.Single(quantity: units),
        _ => SamplePositions.Single(SampleStructures.HighPut, quantity: units, side: PositionSide.Short),
    };

    private CloseTrigger Trigger(Urgency urgency, CloseAuthority authority) => new(
        ExitReason.StopLoss, urgency, authority, "x", _broker.Now, 1.00m, 1.00m + (_random.Next(1, 60) / 100m), 1.00m, null, null);

    private void Disturb()
    {
        _isRuleGone |= _random.Next(400) == 0;
        if (_random.Next(100) == 0
            && CloseRaise.Apply(_closing, Trigger((Urgency)_random.Next(4), CloseAuthority.Rule)) is { } raised)
        {
            _closing = raised;
        }
    }

    private CloseStep Step()
    {
        var facts = new CloseFacts(SampleSession.At(_broker.Now), _random.Next(300) != 0) { IsRuleGone = _isRuleGone };
        var step = CloseProtocol.Next(_closing, facts);
        var look = step switch
        {
            CloseStep.LookAtOrders => _broker.LookAtOrders(_closing),
            CloseStep.LookAtAll => _broker.LookAtAll(_closing),
            _ => null,
        };
        if (look is not null)
        {
            var before = _closing.Legs.Select(_closing.ClosedOf).ToList();
            _closing = CloseObservation.Observe(_closing, look);
            if (_closing.Legs.Select(_closing.ClosedOf).Zip(before).Any(pair => pair.First < pair.Second))
            {
                throw new InvalidOperationException("fills shrank");
            }

            facts = facts with { Look = look };
            step = CloseProtocol.Next(_closing, facts);
        }

        return step is CloseStep.LookAtQuotes ? CloseProtocol.Next(_closing, facts with { Quotes = _broker.Quotes() }) : step;
    }

    private string? Complaint(CloseStep step)
    {
        _lastNews = step is CloseStep.Wait { IsAlarming: false } or CloseStep.LookAtAll or CloseStep.LookAtOrders ? _lastNews : _broker.Now;
        return step switch
        {
            _ when _broker.Broken is { } broken => broken,
            _ when Submits(step) && _closing.LastAttempt is { IsOpenQuestion: true } => "a submission while an attempt is an open question",
            _ when Submits(step) && step is not CloseStep.SendAgain && _broker.HasLiveOrder => "a submission while an order of ours lives",
            CloseStep.SubmitClosePosition close when _closing.Attempts.Count > 0 && close.Quantity > _broker.Held(close.Symbol) => "more than is held",
            CloseStep.SubmitLimit limit when limit.Price <= 0 || limit.Quantity <= 0 => "a limit of nothing",
            CloseStep.SubmitMultiLeg several when several.Units <= 0 || several.Legs.Any(leg => several.Units * leg.Ratio > _broker.Held(leg.Symbol)) => "more units than are held",
            CloseStep.Settle or CloseStep.GiveUp when _broker.HasLiveOrder => "it ends while an order of ours lives",
            // An order that was found by looking may have been the owner's, of the same size.
            CloseStep.Settle or CloseStep.GiveUp when !_closing.Attempts.Any(attempt => attempt.IsFoundByLooking) && _closing.Legs.Any(leg => _closing.ClosedOf(leg) != _broker.OurFills(leg.Symbol)) => "it ends with fills that it does not know",
            CloseStep.Settle { End: CloseEnd.Closed or CloseEnd.Overtaken } settle when _closing.Legs.Any(leg => _broker.Held(leg.Symbol) != 0 && !settle.LeftOut.Concat(_closing.LeftOut).Contains(leg.Symbol)) =>
                "it ends while a leg is held",
            CloseStep.Settle { End: CloseEnd.Withdrawn } when _closing.Trigger.Authority == CloseAuthority.Owner => "the owner's word was withdrawn",
            CloseStep.GiveUp when _closing.Trigger.Urgency == Urgency.Immediate && _closing.Legs.Any(leg => !leg.IsLong) => "an urgent closing gives up",
            _ when _closing.Legs.Any(leg => _broker.OurFills(leg.Symbol) > Math.Abs(leg.Ratio) * _closing.Quantity) => "more was closed than was triggered",
            _ when _broker.Now - _lastNews > LongestSilence => "a wait without an alarm",
            _ => null,
        };
    }

    private static bool Submits(CloseStep step) =>
        step is CloseStep.SubmitClosePosition or CloseStep.SubmitLimit or CloseStep.SubmitMultiLeg or CloseStep.SendAgain;

    private void Act(CloseStep step)
    {
        if (Submits(step))
        {
            Send(step);
        }
        else if (step is CloseStep.Cancel cancel)
        {
            _closing = _closing with { CancelRequests = [.. _closing.CancelRequests, new CancelRequest(cancel.Order.Id, _broker.Now)] };
            _broker.Cancel(cancel.Order.Id);
            _broker.AdvanceTo(_broker.Now.AddSeconds(1));
        }
        else if (step is CloseStep.BeginEnding begin)
        {
            _closing = _closing with { Ending = begin.Ending };
        }
        else if (step is CloseStep.Wait wait)
        {
            // A message may come early: then the same question is asked again.
            _broker.AdvanceTo(_broker.Now + ((wait.Until - _broker.Now) * (_random.Next(10) == 0 ? _random.NextDouble() : 1)));
        }
    }

    private void Send(CloseStep step)
    {
        _closing = CloseIntent.Of(_closing, step, _broker.Now, ClientOrderIds.Of("sim", SampleSession.Day, _closing.Id, _closing.Attempts.Count + 1));
        if (_broker.Send(_closing.LastAttempt!) is not { } answered)
        {
            return;
        }

        _closing = _closing.WithLastAttempt(answered);
        if (answered.OrderId is { } id)
        {
            _closing = _closing with { Orders = [.. _closing.Orders, _broker.Show(id)] };
        }
    }
}
