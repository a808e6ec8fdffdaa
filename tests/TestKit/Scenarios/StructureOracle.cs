using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.TestKit.Scenarios;

/// <summary>
/// Stop and target of a structure once more, written from their description, on the closing side of the market's own quotes: a debit loses
/// 25 % or gains 50 %; a credit gains half of itself, or loses twice itself or three quarters of the most it can.
/// </summary>
public sealed class StructureOracle
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(15);

    private readonly Scenario _scenario;
    private readonly IReadOnlyList<Opening> _legs;
    private readonly int _units;
    private readonly decimal _entry;

    /// <param name="scenario">Whose market and openings.</param>
    /// <param name="name">Of the structure, or the symbol of a contract that stands alone.</param>
    public StructureOracle(Scenario scenario, string name)
    {
        _scenario = scenario;
        _legs = [.. scenario.Openings.Where(opening => opening.Structure == name || opening.Symbol == name)];
        _units = _legs.Min(leg => Math.Abs(leg.Quantity));
        _entry = _legs.Sum(leg => Touch(leg, leg.OpenedAt, opens: true) * leg.Quantity / _units);
    }

    /// <summary>What the rules say of one look: <c>stop</c>, <c>profit</c> or <c>none</c>.</summary>
    public string Judge(DateTimeOffset at)
    {
        var gain = _legs.Sum(leg => Touch(leg, at, opens: false) * leg.Quantity / _units) - _entry;
        var (stop, target) = _entry > 0
            ? (-0.25m * _entry, 0.50m * _entry)
            : (-Math.Min(2 * -_entry, 0.75m * (Width() + _entry)), 0.50m * -_entry);
        return gain <= stop ? "stop" : gain >= target ? "profit" : "none";
    }

    /// <summary>The first verdict of the first session but <c>none</c>, one look every 15 seconds from a minute after the opening.</summary>
    public string End() => Looks().Select(Judge).FirstOrDefault(verdict => verdict != "none") ?? "none";

    /// <summary>The look of the first session at which it must be closed; a stop counts once two of three looks in a row agree. Null: none.</summary>
    public DateTimeOffset? DueAt() => Looks().Select(at => (DateTimeOffset?)at).FirstOrDefault(at => Judge(at!.Value) switch
    {
        "profit" => true,
        "stop" => Judge(at.Value - Sweep) == "stop" || Judge(at.Value - (2 * Sweep)) == "stop",
        _ => false,
    });

    private IEnumerable<DateTimeOffset> Looks()
    {
        for (var at = _legs[0].OpenedAt.AddMinutes(1); at < _scenario.Day.Close; at += Sweep)
        {
            yield return at;
        }
    }

    // The wider wing; without a wing there is no most.
    private decimal Width()
    {
        var strikes = _legs.Select(leg => _scenario.Market.Contracts.Single(contract => contract.Symbol == leg.Symbol)).GroupBy(contract => contract.IsCall);
        return _legs.Count == 1 ? 10_000m : strikes.Max(side => side.Max(contract => contract.Strike) - side.Min(contract => contract.Strike));
    }

    private decimal Touch(Opening leg, DateTimeOffset at, bool opens)
    {
        var quote = _scenario.Market.OptionQuote(leg.Symbol, at)!;
        return leg.Quantity > 0 == opens ? quote.Ask!.Value : quote.Bid!.Value;
    }
}
