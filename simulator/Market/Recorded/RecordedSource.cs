namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Which part of a folder of recorded data to replay.</summary>
/// <param name="Folder">Folder that holds <c>option/usa</c> and <c>equity/usa</c>, laid out as QuantConnect's Lean does.</param>
/// <param name="Underlying">Ticker symbol, in any case.</param>
/// <param name="Dates">New York days, at least one.</param>
public sealed record RecordedSource(string Folder, string Underlying, IReadOnlyList<DateOnly> Dates);
