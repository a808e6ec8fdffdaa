using ExitDesk.Architecture.Tests.Repository;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>A table of a document.</summary>
/// <param name="Header">Cells of its first row.</param>
/// <param name="Rows">Cells of all others.</param>
internal sealed record MarkdownTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static IReadOnlyList<MarkdownTable> In(string path) => Read(RepositoryFolder.Read(path));

    public static IReadOnlyList<MarkdownTable> Read(string markdown)
    {
        var tables = new List<MarkdownTable>();
        var rows = new List<IReadOnlyList<string>>();
        foreach (var line in markdown.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                rows.Add([.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())]);
            }
            else if (rows.Count > 2)
            {
                tables.Add(new MarkdownTable(rows[0], [.. rows.Skip(2)]));
                rows = [];
            }
        }

        return tables;
    }

    public bool HasHeader(params string[] header) => Header.SequenceEqual(header);
}
