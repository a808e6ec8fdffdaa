using System.Text.Json.Serialization;

namespace Alpaca.Markets;

internal sealed class IntervalCalendar : IIntervalCalendar
{
    [JsonRequired, JsonPropertyName("date")]
    public DateOnly Date { get; init; }

    [JsonRequired, JsonPropertyName("open"), JsonConverter(typeof(ClockTimeConverter))]
    public TimeOnly TradingOpen { get; init; }

    [JsonRequired, JsonPropertyName("close"), JsonConverter(typeof(ClockTimeConverter))]
    public TimeOnly TradingClose { get; init; }

    [JsonRequired, JsonPropertyName("session_open"), JsonConverter(typeof(ClockTimeConverter))]
    public TimeOnly SessionOpen { get; init; }

    [JsonRequired, JsonPropertyName("session_close"), JsonConverter(typeof(ClockTimeConverter))]
    public TimeOnly SessionClose { get; init; }

    [JsonIgnore]
    public OpenClose Trading => OpenClose.InNewYork(Date, TradingOpen, TradingClose);

    [JsonIgnore]
    public OpenClose Session => OpenClose.InNewYork(Date, SessionOpen, SessionClose);
}
