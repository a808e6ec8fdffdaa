namespace Azure.Data.Tables;

/// <summary>The service refused a transaction: none of its actions took effect.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            (requestFailedException ?? throw new ArgumentNullException(nameof(requestFailedException))).Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
    }

    /// <summary>Position, from 0, of the action that failed; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; internal init; }
}
