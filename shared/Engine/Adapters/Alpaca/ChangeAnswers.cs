using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads the answers to calls that change something. Whatever does not tell plainly is unknown.</summary>
internal static class ChangeAnswers
{
    public static SubmitOutcome Submitted(AlpacaAnswer answer, string symbol) => answer switch
    {
        { Status: 429 } => new SubmitOutcome.RateLimited(answer.Wait),
        { Status: { } status } when IsRefusal(status) => Refused(answer, status),
        { IsSuccess: true } => Accepted(answer.Body, symbol),
        _ => new SubmitOutcome.Unknown(answer.Failure ?? $"HTTP {answer.Status} {AlpacaError.Read(answer).Message}".TrimEnd()),
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

    private static SubmitOutcome Accepted(string body, string symbol)
    {
        try
        {
            var order = JsonRow.Read(body, "order", OrderJson.Read);
            return order.Symbol == symbol
                ? new SubmitOutcome.Accepted(order)
                : new SubmitOutcome.Unknown($"the answer is an order in \"{order.Symbol}\", not in {symbol}");
        }
        catch (FailedReadException e)
        {
            return new SubmitOutcome.Unknown(e.Message);
        }
    }
}
