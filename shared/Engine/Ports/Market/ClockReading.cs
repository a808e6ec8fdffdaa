namespace ExitDesk.Engine.Ports.Market;

/// <summary>The broker's clock.</summary>
/// <param name="Now">UTC.</param>
/// <param name="IsOpen">True in the regular session.</param>
/// <param name="NextOpen">UTC.</param>
/// <param name="NextClose">UTC; today's while open.</param>
public sealed record ClockReading(DateTimeOffset Now, bool IsOpen, DateTimeOffset NextOpen, DateTimeOffset NextClose);
