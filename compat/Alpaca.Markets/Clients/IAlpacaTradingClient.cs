namespace Alpaca.Markets;

/// <summary>Reads of the trading API. Nothing here changes anything at the broker.</summary>
/// <remarks>
/// Errors of every call: <see cref="RestClientErrorException"/> when the API refuses, <see cref="HttpRequestException"/> when
/// it cannot be reached, <see cref="TimeoutException"/> when an attempt takes too long, a JSON error when the answer is
/// broken or lacks a required field, <see cref="OperationCanceledException"/> when cancelled.
/// </remarks>
public interface IAlpacaTradingClient : IRateLimitProvider, IDisposable
{
    Task<IAccount> GetAccountAsync(CancellationToken cancellationToken = default);

    /// <summary>The market clock, read at the broker.</summary>
    Task<IClock> GetClockAsync(CancellationToken cancellationToken = default);

    /// <summary>Trading days in order; days without trading are not in the list.</summary>
    Task<IReadOnlyList<IIntervalCalendar>> ListIntervalCalendarAsync(
        CalendarRequest request, CancellationToken cancellationToken = default);
}
