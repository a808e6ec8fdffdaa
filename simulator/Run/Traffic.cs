namespace ExitDesk.Simulator.Run;

/// <summary>How much the function app has asked and sent.</summary>
/// <param name="BrokerCalls">All endpoints.</param>
/// <param name="Messages">Sent through the queues.</param>
public sealed record Traffic(int BrokerCalls, int Messages)
{
    public static Traffic operator -(Traffic left, Traffic right) => new(left.BrokerCalls - right.BrokerCalls, left.Messages - right.Messages);
}
