using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Tests.Samples;

internal static class SamplePositions
{
    public const string Symbol = "GOOG151224C00750000";

    /// <summary>An open, managed option position.</summary>
    public static Position Option(decimal entry = 2.00m, decimal quantity = 10, PositionSide side = PositionSide.Long) => new(
        Symbol + "-20151223-1", Symbol, "us_option", side, quantity, 100, entry, SampleSession.OpenAt, PositionStatus.Open, Management.Managed);

    public static BrokerPosition Held(string symbol = Symbol, decimal quantity = 10, decimal entry = 2.00m, string assetClass = "us_option") =>
        new(symbol, assetClass, quantity, entry);
}
