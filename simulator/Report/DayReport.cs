using System.Text.Json.Serialization;

namespace ExitDesk.Simulator.Report;

/// <summary>What a day, or several in a row, came to: written by <c>--report</c>, and the ground of the scorecard.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Date">The first session.</param>
/// <param name="Seed">Of market and faults.</param>
/// <param name="Mode">Monitor or Active.</param>
/// <param name="Faults">Each chosen fault and how often it struck.</param>
/// <param name="Positions">Every position that the ledger knows, and every one that it should.</param>
/// <param name="BrokerCalls">By endpoint.</param>
/// <param name="TableTransactions">
/// Storage transactions of all function app processes that still run at the end, as each counts its own: one that was
/// killed took its count with it. Null if one does not tell.
/// </param>
/// <param name="Messages">By queue.</param>
/// <param name="TriggerToAcceptedMs">
/// Wall clock, from the sweep that found a trigger to the first order that the broker took for it, retries included; in a paced run
/// the wait for a retry is as long as the pace makes it. Without the owner's closes.
/// </param>
/// <param name="TapToAcknowledgedMs">Wall clock, from a button's press to the webhook's answer.</param>
/// <param name="FunctionApp">Start and memory.</param>
/// <param name="RealizedPnl">Sum over the trade rows, USD.</param>
/// <param name="BrokerCash">Cash of the broker's FILL activities that closed something, USD.</param>
/// <param name="LedgerCash">Cash of the ledger's trade rows, USD.</param>
/// <param name="Violations">Broken invariants, in words; empty is good.</param>
/// <param name="Unended">Triggers without an end, in words; empty is good.</param>
public sealed record DayReport(
    string Scenario,
    DateOnly Date,
    int Seed,
    string Mode,
    IReadOnlyDictionary<string, int> Faults,
    IReadOnlyList<PositionReport> Positions,
    IReadOnlyDictionary<string, int> BrokerCalls,
    long? TableTransactions,
    IReadOnlyDictionary<string, MessageReport> Messages,
    LatencyReport TriggerToAcceptedMs,
    LatencyReport TapToAcknowledgedMs,
    FunctionAppReport FunctionApp,
    decimal RealizedPnl,
    decimal BrokerCash,
    decimal LedgerCash,
    IReadOnlyList<string> Violations,
    IReadOnlyList<string> Unended)
{
    /// <summary>One a session; null, and left out of the file, if only one was played.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SessionReport>? Days { get; init; }

    /// <summary>Each symbol's quantities and cash, as the broker's own books have them.</summary>
    public IReadOnlyList<CashReport> Cash { get; init; } = [];

    /// <summary>True if every trigger reached an end and no invariant broke.</summary>
    public bool IsGood => Violations.Count == 0 && Unended.Count == 0;
}
