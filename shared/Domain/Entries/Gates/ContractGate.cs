using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only what the broker lists as active and standard: what cannot be guarded is not opened.</summary>
public static class ContractGate
{
    public const string Name = "contract";

    private const string Active = "active";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (recommendation.Action.IsStock())
        {
            return GateFinding.Passed(Name, "stock has no contract", recommendation.Legs[0].Symbol);
        }

        if (facts.Terms is not { } terms)
        {
            return GateFinding.CannotTell(Name, "the broker's listing");
        }

        var problem = recommendation.Contracts().Select(contract => Problem(contract, terms.GetValueOrDefault(contract.Symbol))).FirstOrDefault(found => found is not null);
        var evidence = string.Join(", ", recommendation.Legs.Select(leg => terms.GetValueOrDefault(leg.Symbol) is { } listed
            ? $"{leg.Symbol}: {listed.Status}, {listed.Multiplier} shares"
            : $"{leg.Symbol}: not listed"));
        return problem is not null ? GateFinding.Refused(Name, problem, evidence)
            : recommendation.Legs.Select(leg => terms[leg.Symbol].Multiplier).Distinct().Count() > 1 ? GateFinding.Refused(Name, "its legs count for different numbers of shares", evidence)
            : GateFinding.Passed(Name, "listed and standard", evidence);
    }

    private static string? Problem(OptionContract contract, ContractTerms? terms) =>
        IndexOptions.IsRoot(contract.Root) ? $"{contract.Symbol} is an index option, which the desk does not manage"
        : terms is null ? $"the broker does not list {contract.Symbol}"
        : terms.Status != Active ? $"{contract.Symbol} is {terms.Status} at the broker"
        : contract.IsAdjusted || terms.IsAdjusted ? $"{contract.Symbol} is adjusted: it delivers something else than shares alone"
        : terms.Multiplier <= 0 ? $"the broker's multiplier of {contract.Symbol} is {terms.Multiplier}"
        : null;
}
