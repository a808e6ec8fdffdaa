using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Where a call stands in its minute.</summary>
/// <param name="Reset">Market time at which the next minute begins.</param>
internal sealed record RateAnswer(bool Granted, int Limit, int Remaining, DateTimeOffset Reset)
{
    /// <summary>Writes the X-RateLimit headers; the reset in Unix seconds.</summary>
    /// <param name="headers">Of the answer.</param>
    /// <param name="clientsTime">What the client's clock shows at a market time that is still to come.</param>
    public void Write(IHeaderDictionary headers, Func<DateTimeOffset, DateTimeOffset> clientsTime)
    {
        headers["X-RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = clientsTime(Reset).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
