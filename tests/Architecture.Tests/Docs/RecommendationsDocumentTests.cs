using System.Reflection;
using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>docs/recommendations.md tells each action, gate, limit and end as the code has it. Its examples are read beside the schema.</summary>
public sealed class RecommendationsDocumentTests
{
    private const string Path = "docs/recommendations.md";

    private static readonly IReadOnlyList<MarkdownTable> Tables = MarkdownTable.In(Path);

    [Fact]
    public void WhenActionsAreListed_TheyNameTheirLegsAsTheReaderDoes() => Assert.Equal(
        EntryActions.All.Select(action => (action.Word(), string.Join(", ", RecommendationFields.LegNames(action)))),
        Rows("action").Select(row => (row[0].Trim('`'), row[2].Replace("`", "", StringComparison.Ordinal))));

    [Fact]
    public void WhenGatesAreListed_TheyAreAskedInThisOrder() =>
        Assert.Equal(EntryGates.All.Select(gate => gate.Name), Rows("gate").Select(row => row[0]));

    [Fact]
    public void WhenLimitsAreListed_TheyAreTheBuiltInOnes()
    {
        var limits = typeof(EntrySettings).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.Name is not (nameof(EntrySettings.AllowedActions) or nameof(EntrySettings.Approvals)))
            .ToDictionary(property => property.Name, property => property.GetValue(EntrySettings.Default)!);
        var rows = Rows("limit").ToDictionary(row => row[0].Trim('`'), row => row[1]);

        Assert.Equal(limits.Keys.Order(), rows.Keys.Order());
        Assert.All(limits, limit => Assert.Equal(limit.Value, ValueInCode.Read(rows[limit.Key], limit.Value.GetType())));
    }

    [Fact]
    public void WhenBuiltInActionsAndApprovalsAreTold_TheyAreThose()
    {
        Assert.Equal([EntryAction.BuyCall, EntryAction.BuyPut], EntrySettings.Default.AllowedActions);
        Assert.All(EntryActions.All, action => Assert.Equal(EntryApproval.Ask, EntrySettings.Default.ApprovalOf(action)));
        Assert.Equal(Enum.GetNames<EntryApproval>(), Rows("approval").Select(row => row[0].Trim('`')), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void WhenEndsAreListed_NoneIsMissing() => Assert.Equal(Enum.GetNames<EntryEnd>(), Rows("end").Select(row => row[0].Trim('`')));

    [Fact]
    public void WhenTheLongestLifeIsTold_ItIsTheReaders() =>
        Assert.Contains($"at most {RecommendationReader.LongestLife.TotalDays:0} days ahead", RepositoryFolder.Read(Path), StringComparison.Ordinal);

    private static IReadOnlyList<IReadOnlyList<string>> Rows(string first) => Tables.Single(table => table.Header[0] == first).Rows;
}
