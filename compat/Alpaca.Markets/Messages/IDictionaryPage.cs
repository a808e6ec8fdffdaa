namespace Alpaca.Markets;

/// <summary>One page of items by symbol.</summary>
public interface IDictionaryPage<TItem>
{
    IReadOnlyDictionary<string, TItem> Items { get; }

    /// <summary>Null on the last page. A call for 100 symbols or fewer fits on one.</summary>
    string? NextPageToken { get; }
}
