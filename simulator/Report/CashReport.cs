namespace ExitDesk.Simulator.Report;

/// <summary>One symbol's way through the account, all from the broker's own books: what came, what went, what is left.</summary>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="Opened">Contracts or shares that the scenario put into the account without a fill, signed.</param>
/// <param name="Filled">By orders of whoever, signed.</param>
/// <param name="Settled">By exercise, assignment, expiry, signed.</param>
/// <param name="Held">At the end, signed: the sum of the three.</param>
/// <param name="EntryCash">What those openings brought (short) or cost (long), USD.</param>
/// <param name="FillCash">What the fills brought or cost, USD.</param>
/// <param name="SettlementCash">What exercise, assignment and dividends brought or cost, USD.</param>
public sealed record CashReport(
    string Symbol, int Opened, int Filled, int Settled, int Held, decimal EntryCash, decimal FillCash, decimal SettlementCash);
