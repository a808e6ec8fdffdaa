using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class OptionSnapshotsPage : IDictionaryPage<IOptionSnapshot>, IJsonOnDeserialized
{
    [JsonPropertyName("snapshots")]
    public Dictionary<string, OptionSnapshot?>? Snapshots { get; init; }

    [JsonPropertyName("next_page_token")]
    public string? NextPageToken { get; init; }

    [JsonIgnore]
    public IReadOnlyDictionary<string, IOptionSnapshot> Items { get; private set; } = new Dictionary<string, IOptionSnapshot>();

    public void OnDeserialized() => Items = BySymbol.Of<IOptionSnapshot, OptionSnapshot>(Snapshots);
}
