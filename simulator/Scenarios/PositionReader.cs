using System.Globalization;
using System.Text.Json;
using ExitDesk.Domain.Contracts;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>Reads one position of a list and collects what is wrong with it.</summary>
internal sealed class PositionReader(string name, IMarket market, IReadOnlyList<TradingDay> days, List<string> problems)
{
    private static readonly string[] Known = ["symbol", "quantity", "openedAt", "entryPrice", "structure"];
    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private readonly HashSet<string> _listed = [.. market.Contracts.Select(contract => contract.Symbol), .. market.Underlyings];
    private int _index;

    public Opening? Read(JsonElement element)
    {
        var path = $"{name} $[{_index++}]";
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{path}: an object is expected: {{ \"symbol\": …, \"quantity\": …, \"openedAt\": … }}");
            return null;
        }

        problems.AddRange(element.EnumerateObject()
            .Where(property => !Known.Contains(property.Name))
            .Select(property => $"{path}.{property.Name}: unknown name; known here: {string.Join(", ", Known)}"));
        var symbol = Symbol(element, path);
        var quantity = Quantity(element, path);
        var openedAt = OpenedAt(element, path);
        var price = Price(element, path);
        var structure = Structure(element, path);
        return symbol is null || quantity is null || openedAt is null
            ? null
            : Priced(new Opening(symbol, quantity.Value, openedAt.Value, price) { Structure = structure, InHistory = true }, path);
    }

    // Found here, it is told before anything starts, along with all other problems.
    private Opening? Priced(Opening opening, string path)
    {
        var quote = market.OptionQuote(opening.Symbol, opening.OpenedAt) ?? market.StockQuote(opening.Symbol, opening.OpenedAt);
        if (opening.EntryPrice is not null || Pricing.Touch(quote, opening.Quantity > 0 ? OrderSide.Buy : OrderSide.Sell) is not null)
        {
            return opening;
        }

        problems.Add($"{path}: {OpeningException.Words(opening)}");
        return null;
    }

    private string? Symbol(JsonElement element, string path)
    {
        var symbol = element.TryGetProperty("symbol", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (symbol is null)
        {
            problems.Add($"{path}.symbol: an OCC symbol like GOOG151224C00750000, or a stock symbol, is expected");
        }
        else if (OccSymbol.LooksLikeOption(symbol) && !OccSymbol.TryParse(symbol, out _, out var problem))
        {
            problems.Add($"{path}.symbol: {problem}");
        }
        else if (!_listed.Contains(symbol))
        {
            problems.Add($"{path}.symbol: this market does not list {symbol}");
        }
        else
        {
            return symbol;
        }

        return null;
    }

    private int? Quantity(JsonElement element, string path)
    {
        if (element.TryGetProperty("quantity", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var quantity) && quantity != 0)
        {
            return quantity;
        }

        problems.Add($"{path}.quantity: a whole number is expected, above 0 for long and below 0 for short");
        return null;
    }

    private DateTimeOffset? OpenedAt(JsonElement element, string path)
    {
        var text = element.TryGetProperty("openedAt", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (Instant(text) is not { } instant)
        {
            problems.Add($"{path}.openedAt: New York time like 09:45 or {days[0].Date:yyyy-MM-dd}T09:45, or an instant with its offset, is expected");
            return null;
        }

        if (instant >= days[^1].Close)
        {
            problems.Add($"{path}.openedAt: {text} is not before the close of {days[^1].Date:yyyy-MM-dd}");
            return null;
        }

        return instant;
    }

    private DateTimeOffset? Instant(string? text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return NewYork.ToUtc(days[0].Date, time);
        }

        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return NewYork.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            && (text!.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            ? instant.ToUniversalTime()
            : null;
    }

    private decimal? Price(JsonElement element, string path)
    {
        if (!element.TryGetProperty("entryPrice", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var price) && price > 0)
        {
            return price;
        }

        problems.Add($"{path}.entryPrice: a price per share above 0 is expected; leave it out to buy at the ask or sell at the bid");
        return null;
    }

    private string? Structure(JsonElement element, string path)
    {
        if (!element.TryGetProperty("structure", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
        {
            return value.GetString();
        }

        problems.Add($"{path}.structure: a name that all legs of one structure share is expected");
        return null;
    }
}
