using System.Globalization;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Positions, orders, fills and closes of one Alpaca account. Thread-safe; one for the process.</summary>
/// <remarks>
/// Our own client rather than the SDK, because the SDK repeats changing calls and fails whole lists over one odd row. A read
/// is all of what was asked for or failed; a change is one HTTP request and never throws for what the broker or the network do.
/// </remarks>
/// <param name="options">Host and keys.</param>
/// <param name="time">Wall time: timeouts and pauses.</param>
/// <param name="calls">Counts requests; share one among all clients with the same keys.</param>
public sealed class AlpacaTradingClient(AlpacaOptions options, TimeProvider time, BrokerCalls calls) : IBroker, IDisposable
{
    private readonly AlpacaConnection _connection = new(options, time, calls);

    private AlpacaReads Reads => new(_connection);

    public Task<BrokerRead<IReadOnlyList<BrokerPosition>>> GetPositionsAsync(CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync<IReadOnlyList<BrokerPosition>>(async () =>
        {
            var body = await Reads.BodyAsync("/v2/positions", cancellationToken).ConfigureAwait(false);
            return [.. JsonRow.ReadList(body, "positions", PositionJson.Read).OfType<BrokerPosition>()];
        });

    public Task<BrokerRead<BrokerHolding>> GetHoldingAsync(string symbol, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(async () =>
        {
            var path = $"/v2/positions/{Uri.EscapeDataString(symbol)}";
            var body = await Reads.BodyUnlessFlatAsync(path, cancellationToken).ConfigureAwait(false);
            return new BrokerHolding(body is null ? 0 : JsonRow.Read(body, "position", row => QuantityOf(row, symbol)));
        });

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(
        string symbol, DateTimeOffset since, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync<IReadOnlyList<Order>>(async () =>
        {
            var pages = new OrderPages(Reads);
            var filter = $"symbols={Uri.EscapeDataString(symbol)}";
            var open = await pages.ReadAsync($"status=open&{filter}", null, cancellationToken).ConfigureAwait(false);
            var recent = await pages.ReadAsync($"status=all&{filter}", since, cancellationToken).ConfigureAwait(false);

            // An order in both lists counts as the later one tells it.
            return
            [
                .. recent.Concat(open)
                    .Where(order => order.Symbol == symbol && (order.IsWorking || order.CreatedAt >= since))
                    .DistinctBy(order => order.Id)
                    .OrderBy(order => order.CreatedAt)
                    .ThenBy(order => order.Id, StringComparer.Ordinal),
            ];
        });

    public Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(async () =>
        {
            var path = $"/v2/orders/{Uri.EscapeDataString(orderId)}";
            var body = await Reads.BodyAsync(path, cancellationToken).ConfigureAwait(false);
            return JsonRow.Read(body, "order", OrderJson.Read);
        });

    public Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(() => new FillPages(Reads).ReadAsync(since, cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The symbol names nothing, which would address all positions, or the quantity is not above 0.
    /// </exception>
    public async Task<SubmitOutcome> ClosePositionAsync(string symbol, decimal quantity, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        var amount = quantity.ToString("0.#########", CultureInfo.InvariantCulture);
        var path = $"/v2/positions/{Name(symbol)}?qty={amount}";
        return ChangeAnswers.Submitted(await _connection.DeleteOnceAsync(path, cancellationToken).ConfigureAwait(false), symbol);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id names nothing, which would address all orders.</exception>
    public async Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        var path = $"/v2/orders/{Name(orderId)}";
        return ChangeAnswers.Cancelled(await _connection.DeleteOnceAsync(path, cancellationToken).ConfigureAwait(false));
    }

    public void Dispose() => _connection.Dispose();

    // An empty last part of the path, or one of dots, which Uri resolves, would make one DELETE of everything.
    private static string Name(string text) => text.Any(char.IsAsciiLetterOrDigit)
        ? Uri.EscapeDataString(text)
        : throw new ArgumentException($"\"{text}\" names no symbol and no order", nameof(text));

    private static decimal QuantityOf(JsonRow row, string symbol) => row.RequiredText("symbol") == symbol
        ? PositionJson.Quantity(row)
        : throw row.Wrong("symbol", $"is not {symbol}, which was asked for");
}
