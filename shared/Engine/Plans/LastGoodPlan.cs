namespace ExitDesk.Engine.Plans;

/// <summary>The last deployed plan that held, kept in the ledger for the day on which one does not.</summary>
public sealed record LastGoodPlan(string Name, string Json, DateTimeOffset At);
