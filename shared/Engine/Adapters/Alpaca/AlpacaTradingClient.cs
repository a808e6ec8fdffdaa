using System.Globalization;
using ExitDesk.Domain.Activities;
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
/// <param name="share">How much of the account's calls this client may take: whoever closes nothing leaves some free.</param>
public sealed class AlpacaTradingClient(AlpacaOptions options, TimeProvider time, BrokerCalls calls, CallShare share = CallShare.Closes)
    : IBroker, IEntryBroker, IDisposable
{
    private readonly AlpacaConnection _connection = new(options.TradingUrl, options, time, calls, share);

    private AlpacaReads Reads => new(_connection);

    private OrderLists Orders => new(new OrderPages(Reads));

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
            var body = await Reads.BodyIfAnyAsync(path, cancellationToken).ConfigureAwait(false);
            return new BrokerHolding(body is null ? 0 : JsonRow.Read(body, "position", row => QuantityOf(row, symbol)));
        });

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersAsync(
        string symbol, DateTimeOffset since, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(() => Orders.OfSymbolAsync(symbol, since, cancellationToken));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOpenOrdersAsync(CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(() => Orders.OpenAsync(cancellationToken));

    public Task<BrokerRead<IReadOnlyList<Order>>> GetOrdersSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(() => Orders.SinceAsync(since, cancellationToken));

    public Task<BrokerRead<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(async () =>
        {
            var path = $"/v2/orders/{Uri.EscapeDataString(orderId)}?nested=true";
            var body = await Reads.BodyAsync(path, cancellationToken).ConfigureAwait(false);
            return JsonRow.Read(body, "order", OrderJson.Read);
        });

    public Task<BrokerRead<OrderLookup>> GetOrderByClientIdAsync(string clientOrderId, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(async () =>
        {
            var path = $"/v2/orders:by_client_order_id?client_order_id={Uri.EscapeDataString(clientOrderId)}&nested=true";
            var body = await Reads.BodyIfAnyAsync(path, cancellationToken).ConfigureAwait(false);
            return new OrderLookup(body is null ? null : JsonRow.Read(body, "order", row => OrderOf(row, clientOrderId)));
        });

    public Task<BrokerRead<IReadOnlyList<Fill>>> GetFillsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(() => new AccountHistory(Reads).FillsAsync(since, cancellationToken));

    public Task<BrokerRead<IReadOnlyList<AccountActivity>>> GetActivitiesAsync(
        DateTimeOffset since, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(() => new AccountHistory(Reads).ActivitiesAsync(since, cancellationToken));

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
    /// <exception cref="ArgumentException">No broker would take it: see <see cref="TicketCheck"/>.</exception>
    public async Task<SubmitOutcome> SubmitOrderAsync(OrderTicket ticket, CancellationToken cancellationToken)
    {
        var answer = await _connection.PostOnceAsync("/v2/orders", TicketJson.Write(ticket), cancellationToken).ConfigureAwait(false);
        return ChangeAnswers.Submitted(answer, ticket);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id names nothing, which would address all orders.</exception>
    public async Task<CancelOutcome> CancelOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        var path = $"/v2/orders/{Name(orderId)}";
        return ChangeAnswers.Cancelled(await _connection.DeleteOnceAsync(path, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The symbol names nothing.</exception>
    public async Task<InstructionOutcome> DoNotExerciseAsync(string symbol, CancellationToken cancellationToken)
    {
        var path = $"/v2/positions/{Name(symbol)}/do-not-exercise";
        return ChangeAnswers.Instructed(await _connection.PostOnceAsync(path, null, cancellationToken).ConfigureAwait(false));
    }

    public void Dispose() => _connection.Dispose();

    // An empty last part of the path, or one of dots, which Uri resolves, would make one DELETE of everything.
    private static string Name(string text) => text.Any(char.IsAsciiLetterOrDigit)
        ? Uri.EscapeDataString(text)
        : throw new ArgumentException($"\"{text}\" names no symbol and no order", nameof(text));

    private static decimal QuantityOf(JsonRow row, string symbol) => row.RequiredText("symbol") == symbol
        ? PositionJson.Quantity(row)
        : throw row.Wrong("symbol", $"is not {symbol}, which was asked for");

    private static Order OrderOf(JsonRow row, string clientOrderId) => row.RequiredText("client_order_id") == clientOrderId
        ? OrderJson.Read(row)
        : throw row.Wrong("client_order_id", $"is not {clientOrderId}, which was asked for");
}
