namespace ExitDesk.Simulator.Report;

/// <summary>One queue's traffic.</summary>
public sealed record MessageReport(int Sent, int Delivered, int Completed, int DeadLettered, int DuplicatesDropped);
