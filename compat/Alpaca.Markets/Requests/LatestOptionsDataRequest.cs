namespace Alpaca.Markets;

/// <summary>Option contracts whose latest data is asked for. The API takes 100 a call and refuses more.</summary>
public sealed class LatestOptionsDataRequest(IEnumerable<string> symbols)
{
    private readonly HashSet<string> _symbols = SymbolList.Of(symbols);

    /// <summary>Each OCC symbol once.</summary>
    public IReadOnlyCollection<string> Symbols => _symbols;

    /// <summary>Null leaves the choice to the API, by subscription.</summary>
    public OptionsFeed? OptionsFeed { get; set; }

    internal string PathAndQuery(string path) =>
        QueryText.Of(path, ("symbols", SymbolList.Joined(_symbols)), ("feed", OptionsFeed?.Name()));
}
