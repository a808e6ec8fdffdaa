using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.TestKit.Desk;

/// <summary>How many calls an <see cref="InMemoryBroker"/> still takes. Each close takes one of them.</summary>
public sealed class InMemoryBudget : IBrokerBudget
{
    private const int Ample = 200;

    /// <summary>Closes and orders that are taken before the rate is limited; null for no limit.</summary>
    public int? ChangesLeft { get; set; }

    /// <summary>When a limited rate is over.</summary>
    public TimeSpan MoreIn { get; set; } = TimeSpan.FromSeconds(30);

    public int? CallsLeft => Now.Left;

    public CallBudget Now => new(ChangesLeft ?? Ample, MoreIn);

    /// <summary>Counts a close or an order; null if it is taken.</summary>
    public SubmitOutcome? Take() => ChangesLeft is 0 || --ChangesLeft < 0 ? new SubmitOutcome.RateLimited(MoreIn) : null;
}
