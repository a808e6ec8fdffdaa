namespace ExitDesk.Engine.History;

/// <summary>One thing that was done, or refused.</summary>
public sealed record AuditRecord(string EventId, DateTimeOffset At, string Subject, string Action, string Who, string Text);
