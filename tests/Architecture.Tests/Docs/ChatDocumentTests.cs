using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Engine.Workflows.Operator;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>docs/chat.md lists each command with its use, as the code has it.</summary>
public sealed class ChatDocumentTests
{
    private const string Path = "docs/chat.md";

    [Fact]
    public void WhenTheDeskKnowsACommand_TheDocumentTellsItWordForWord() => Violations.None(
        OperatorActions.Known
            .Select(command => $"| `/{$"{command.Name} {command.Use.Replace("|", "\\|", StringComparison.Ordinal)}".TrimEnd()}` | {command.What} |")
            .Where(row => !RepositoryFolder.Read(Path).Contains(row + "\n", StringComparison.Ordinal)),
        "Correct docs/chat.md.");

    [Fact]
    public void WhenTheDocumentNamesACommand_TheDeskKnowsIt() => Assert.Equal(
        OperatorActions.Known.Count,
        RepositoryFolder.Read(Path).Split('\n').Count(line => line.StartsWith("| `/", StringComparison.Ordinal)));
}
