using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads the answers to calls that change something. Whatever does not tell plainly is unknown.</summary>
internal static class ChangeAnswers
{
    /// <summary>The answer to a close: an order in the symbol.</summary>
    public static SubmitOutcome Submitted(AlpacaAnswer answer, string symbol) => Submitted(
        answer,
        order => order.Symbol == symbol ? null : $"the answer is an order in \"{order.Symbol}\", not in {symbol}");

    /// <summary>The answer to an order of ours: one that bears our id.</summary>
    public static SubmitOutcome Submitted(AlpacaAnswer answer, OrderTicket ticket) => Submitted(
        answer,
        order => order.ClientOrderId == ticket.ClientOrderId ? null : $"the answer is order \"{order.ClientOrderId}\", not {ticket.ClientOrderId}");

    public static InstructionOutcome Instructed(AlpacaAnswer answer) => answer switch
    {
        { Status: 429 } => new InstructionOutcome.RateLimited(answer.Wait),
        { Status: { } status } when IsRefusal(status) =>
            new InstructionOutcome.Refused(status, AlpacaError.Read(answer).Code, AlpacaError.Read(answer).Message),
        { Status: >= 200 and < 300 } => new InstructionOutcome.Accepted(),
        _ => new InstructionOutcome.Unknown(Why(answer)),
    };

    public static CancelOutcome Cancelled(AlpacaAnswer answer) => answer switch
    {
        { Status: >= 200 and < 300 } => CancelOutcome.Requested,

        // 404: no such order; 422: no longer cancelable. Others, as 401 or 429, say nothing about the order.
        { Status: 404 or 422 } => CancelOutcome.NotCancelable,
        _ => CancelOutcome.Unknown,
    };

    // 408 is a timeout in disguise: it comes from whatever stands between, and the broker may have heard.
    private static bool IsRefusal(int status) => status is >= 400 and < 500 and not 408;

    private static SubmitOutcome.Refused Refused(AlpacaAnswer answer, int status)
    {
        var error = AlpacaError.Read(answer);
        return new SubmitOutcome.Refused(status, error.Code, error.Message);
    }

    private static SubmitOutcome Submitted(AlpacaAnswer answer, Func<Order, string?> objection) => answer switch
    {
        { Status: 429 } => new SubmitOutcome.RateLimited(answer.Wait),
        { Status: { } status } when IsRefusal(status) => Refused(answer, status),
        { IsSuccess: true } => Accepted(answer.Body, objection),
        _ => new SubmitOutcome.Unknown(Why(answer)),
    };

    private static string Why(AlpacaAnswer answer) =>
        answer.Failure ?? $"HTTP {answer.Status} {AlpacaError.Read(answer).Message}".TrimEnd();

    private static SubmitOutcome Accepted(string body, Func<Order, string?> objection)
    {
        try
        {
            var order = JsonRow.Read(body, "order", OrderJson.Read);
            return objection(order) is { } why ? new SubmitOutcome.Unknown(why) : new SubmitOutcome.Accepted(order);
        }
        catch (FailedReadException e)
        {
            return new SubmitOutcome.Unknown(e.Message);
        }
    }
}
