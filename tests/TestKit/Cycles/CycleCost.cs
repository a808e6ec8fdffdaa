using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.TestKit.Cycles;

/// <summary>What one evaluation cycle asked of others.</summary>
/// <param name="QuoteCalls">Option quote calls to the broker.</param>
/// <param name="ClockCalls">Clock calls to the broker.</param>
/// <param name="CalendarCalls">Calendar calls to the broker.</param>
/// <param name="OtherCalls">All other calls to the broker.</param>
/// <param name="Reads">Storage transactions that read.</param>
/// <param name="Writes">Storage transactions that wrote.</param>
/// <param name="Commits">Changes of each commit of ledger rows, in order; appends to history are only in <paramref name="Writes"/>.</param>
/// <param name="Elapsed">Wall clock.</param>
public sealed record CycleCost(
    int QuoteCalls,
    int ClockCalls,
    int CalendarCalls,
    int OtherCalls,
    long Reads,
    long Writes,
    IReadOnlyList<IReadOnlyList<LedgerChange>> Commits,
    TimeSpan Elapsed);
