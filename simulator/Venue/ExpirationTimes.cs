using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>The last hour of an expiring contract.</summary>
/// <remarks>
/// Orders must arrive before 15:15 New York, 15:30 for broad-based ETFs; liquidation starts 15 minutes later
/// [alpaca.markets/learn/how-to-trade-0dte-options-on-alpaca, read 2026-11]. Early closes are not documented: here the times
/// move with the close.
/// </remarks>
internal sealed class ExpirationTimes(IReadOnlySet<string> broadBasedEtfs)
{
    /// <summary>First instant at which no order is taken any more.</summary>
    public DateTimeOffset CutOff(string underlying, TradingDay day) =>
        day.Close.AddMinutes(broadBasedEtfs.Contains(underlying) ? -30 : -45);

    public DateTimeOffset Liquidation(string underlying, TradingDay day) => CutOff(underlying, day).AddMinutes(15);

    /// <summary>Null: orders in the contract are taken at this instant.</summary>
    public Refusal? Judge(ListedContract contract, PositionIntent intent, SessionCalendar sessions, DateTimeOffset at)
    {
        var last = sessions.Session(contract.Expiration);
        var today = NewYork.DateOf(at);
        if (today > contract.Expiration || (last is not null && at >= last.Close))
        {
            return Refusals.Expired(contract.Symbol);
        }

        return last is not null && at >= CutOff(contract.Underlying, last)
            ? Refusals.ExpiresSoon(contract.Symbol, intent)
            : null;
    }
}
