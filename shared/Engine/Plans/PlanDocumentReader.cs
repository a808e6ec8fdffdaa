using System.Text.Json;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Plans;

/// <summary>Reads a whole plan: its sections, the management of external positions, the ladder, the account's rules.</summary>
internal sealed class PlanDocumentReader(string name, List<PlanProblem> problems)
{
    private static readonly string[] _names =
        ["$schema", PlanReader.PresetName, "defaults", "structures", "strategies", "symbols", "positions", "management", "expiry", "account"];

    private static readonly IReadOnlyList<string> _kinds = [.. Enum.GetNames<StructureKind>()];
    private static readonly PlanShape _management = ChoiceShape.Of<ManagementChoice>();

    private readonly PlanReader _reader = new(problems);
    private readonly Dictionary<PlanPlace, PlanSection> _sections = [];

    public PlanDocument Read(JsonElement root)
    {
        if (!_reader.IsObject(root, "$"))
        {
            return PlanDocument.Empty(name);
        }

        foreach (var property in root.EnumerateObject().Where(static property => !_names.Contains(property.Name)))
        {
            var hint = ExitPlanFields.Rules.Contains(property.Name) ? "rules stand in a section, for instance in defaults" : Nearest.Hint(property.Name, _names);
            _reader.Complain($"$.{property.Name}", $"unknown name; {hint}");
        }

        Defaults(root);
        Each(root, "structures", StructureProblem, static key => new PlanPlace(PlanScope.Structure, key));
        Each(root, "strategies", static key => string.IsNullOrWhiteSpace(key) || key.Contains(' ') ? "a strategy's name has no blanks" : null, static key => new PlanPlace(PlanScope.Strategy, key));
        Each(root, "symbols", SymbolProblem, PlaceOf);
        Each(root, "positions", static key => string.IsNullOrWhiteSpace(key) ? "give the position's id" : null, static key => new PlanPlace(PlanScope.Position, key));
        return new PlanDocument(name, _sections)
        {
            Management = root.TryGetProperty("management", out var management) ? Management(management) : ManagementRules.None,
            Expiry = root.TryGetProperty("expiry", out var expiry) ? _reader.Fields(expiry, "$.expiry", ExpiryFields.All) : PlanDocument.Empty(name).Expiry,
            Account = root.TryGetProperty("account", out var account) ? _reader.Fields(account, "$.account", AccountFields.All) : PlanDocument.Empty(name).Account,
        };
    }

    /// <summary>The section of a symbol: of a contract, or of an underlying as option symbols write it.</summary>
    public static PlanPlace PlaceOf(string symbol) => OccSymbol.TryParse(symbol, out _, out _)
        ? new PlanPlace(PlanScope.Contract, symbol)
        : new PlanPlace(PlanScope.Underlying, StockSymbol.OptionRoot(symbol));

    private void Defaults(JsonElement root)
    {
        var preset = root.TryGetProperty(PlanReader.PresetName, out var named) ? _reader.Preset(named, "$.preset") : null;
        var values = root.TryGetProperty("defaults", out var section) ? _reader.Fields(section, "$.defaults", ExitPlanFields.All) : [];
        if (preset is not null || values.Count > 0)
        {
            _sections[PlanPlace.Defaults] = new PlanSection(preset, values);
        }
    }

    private void Each(JsonElement root, string group, Func<string, string?> problemOf, Func<string, PlanPlace> placeOf)
    {
        if (!root.TryGetProperty(group, out var sections) || !_reader.IsObject(sections, $"$.{group}"))
        {
            return;
        }

        Spellings(sections, $"$.{group}", placeOf);
        foreach (var section in sections.EnumerateObject())
        {
            var path = $"$.{group}.{section.Name}";
            if (problemOf(section.Name) is { } problem)
            {
                _reader.Complain(path, problem);
            }

            _sections[placeOf(section.Name)] = _reader.Section(section.Value, path);
        }
    }

    private ManagementRules Management(JsonElement element)
    {
        const string path = "$.management";
        if (!_reader.IsObject(element, path))
        {
            return ManagementRules.None;
        }

        foreach (var property in element.EnumerateObject().Where(static property => property.Name is not ("default" or "symbols" or "structures")))
        {
            _reader.Complain($"{path}.{property.Name}", $"unknown name; {Nearest.Hint(property.Name, ["default", "symbols", "structures"])}");
        }

        return new ManagementRules
        {
            Default = element.TryGetProperty("default", out var choice) && _reader.Value(choice, $"{path}.default", _management, out var value)
                ? (ManagementChoice)value! : null,
            Symbols = Choices(element, "symbols", SymbolProblem, static key => PlaceOf(key).Key),
            Structures = Choices(element, "structures", KindProblem, static key => key)
                .Where(static entry => Enum.TryParse<StructureKind>(entry.Key, out _))
                .ToDictionary(static entry => Enum.Parse<StructureKind>(entry.Key), static entry => entry.Value),
        };
    }

    private Dictionary<string, ManagementChoice> Choices(
        JsonElement element, string group, Func<string, string?> problemOf, Func<string, string> keyOf)
    {
        var choices = new Dictionary<string, ManagementChoice>(StringComparer.Ordinal);
        var path = $"$.management.{group}";
        if (element.TryGetProperty(group, out var entries) && _reader.IsObject(entries, path))
        {
            Spellings(entries, path, keyOf);
            foreach (var entry in entries.EnumerateObject())
            {
                if (problemOf(entry.Name) is { } problem)
                {
                    _reader.Complain($"{path}.{entry.Name}", problem);
                }
                else if (_reader.Value(entry.Value, $"{path}.{entry.Name}", _management, out var value))
                {
                    choices[keyOf(entry.Name)] = (ManagementChoice)value!;
                }
            }
        }

        return choices;
    }

    // A name that stands there twice to the letter is told with all others that do.
    private void Spellings<TKey>(JsonElement entries, string path, Func<string, TKey> keyOf)
    {
        foreach (var same in entries.EnumerateObject().Select(static entry => entry.Name).Distinct().GroupBy(keyOf).Where(static names => names.Count() > 1))
        {
            _reader.Complain($"{path}.{same.Last()}", $"means the same as {same.First()}, a share class with its dot and without; keep one of them");
        }
    }

    private static string? KindProblem(string key) =>
        _kinds.Contains(key) ? null : $"unknown structure; {Nearest.Hint(key, _kinds)}";

    private static string? StructureProblem(string key) => key is nameof(StructureKind.Stock) or nameof(StructureKind.Custom)
        ? $"{key} has all rules off: nothing can be set for it"
        : KindProblem(key);

    private static string? SymbolProblem(string key) =>
        !SymbolsShape.IsSymbol(key) ? "symbols are written in capitals without blanks, as the broker writes them"
        : OccSymbol.LooksLikeOption(key) && !OccSymbol.TryParse(key, out _, out var problem) ? problem
        : null;
}
