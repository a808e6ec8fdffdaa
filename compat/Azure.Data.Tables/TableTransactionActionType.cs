namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does to its row.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; fails if the row exists.</summary>
    Add = 0,

    /// <summary>Changes the given properties, if the ETag matches.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces the row, if the ETag matches.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes, if the ETag matches; fails if the row does not exist.</summary>
    Delete = 3,

    /// <summary>Inserts, or changes the given properties.</summary>
    UpsertMerge = 4,

    /// <summary>Inserts, or replaces the row.</summary>
    UpsertReplace = 5,
}
