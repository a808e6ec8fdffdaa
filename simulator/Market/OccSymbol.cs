using System.Globalization;

namespace ExitDesk.Simulator.Market;

/// <summary>Writes OCC option symbols: root, yymmdd, C or P, strike × 1000 in eight digits, no padding.</summary>
internal static class OccSymbol
{
    public static string Of(string root, DateOnly expiration, bool isCall, decimal strike) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{root}{expiration:yyMMdd}{(isCall ? 'C' : 'P')}{(long)(strike * 1000):D8}");
}
