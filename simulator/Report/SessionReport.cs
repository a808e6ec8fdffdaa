namespace ExitDesk.Simulator.Report;

/// <summary>One day of several: what happened from its New York midnight to that of the next, the night after a Friday and the weekend included.</summary>
/// <param name="Date">The session.</param>
/// <param name="Close">When it closed, UTC.</param>
/// <param name="Opened">Legs that came into the account by the scenario.</param>
/// <param name="Triggers">Rules that fired, and closes by the owner.</param>
/// <param name="Orders">Orders of the function app that the broker took.</param>
/// <param name="Fills">Fills of whoever's orders.</param>
/// <param name="Settled">Lines of the account's history that are no fill: exercise, assignment, expiry, dividends, as they were shown.</param>
/// <param name="Ended">Positions that the ledger ended.</param>
/// <param name="RealizedPnl">Sum over the trade rows, USD.</param>
/// <param name="BrokerCash">Cash of the broker's FILL activities that closed something, USD.</param>
/// <param name="BrokerCalls">Of the function app, all endpoints.</param>
/// <param name="Messages">Sent through the queues.</param>
public sealed record SessionReport(
    DateOnly Date,
    DateTimeOffset Close,
    int Opened,
    int Triggers,
    int Orders,
    int Fills,
    int Settled,
    int Ended,
    decimal RealizedPnl,
    decimal BrokerCash,
    int BrokerCalls,
    int Messages);
