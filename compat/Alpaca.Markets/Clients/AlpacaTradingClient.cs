namespace Alpaca.Markets;

internal sealed class AlpacaTradingClient(ApiConnection connection) : IAlpacaTradingClient
{
    public async Task<IAccount> GetAccountAsync(CancellationToken cancellationToken = default) =>
        await connection.GetAsync<Account>("v2/account", cancellationToken).ConfigureAwait(false);

    public async Task<IClock> GetClockAsync(CancellationToken cancellationToken = default) =>
        await connection.GetAsync<Clock>("v2/clock", cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<IIntervalCalendar>> ListIntervalCalendarAsync(
        CalendarRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await connection.GetAsync<List<IntervalCalendar>>(request.PathAndQuery(), cancellationToken).ConfigureAwait(false);
    }

    public IRateLimitValues GetRateLimitValues() => connection.RateLimit;

    public void Dispose() => connection.Dispose();
}
