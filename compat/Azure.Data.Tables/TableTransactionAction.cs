// Nullability is left open, as in the official package, so that callers compile under both.
#nullable disable

namespace Azure.Data.Tables;

/// <summary>One action of a transaction.</summary>
/// <remarks>Without an ETag a delete is unconditional, and so is an update, which then also inserts a missing row.</remarks>
public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    public TableTransactionActionType ActionType { get; } = actionType;

    public ITableEntity Entity { get; } = entity ?? throw new ArgumentNullException(nameof(entity));

    /// <summary>The version the row must have; default means any.</summary>
    public ETag ETag { get; } = etag;
}
