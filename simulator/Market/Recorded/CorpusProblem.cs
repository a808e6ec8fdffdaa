using System.Globalization;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>One thing wrong with a folder of recorded data.</summary>
/// <param name="Place">Folder, file, or <c>archive.zip!entry.csv</c>.</param>
/// <param name="Line">Line in the file, from 1; null: the file or folder as a whole.</param>
/// <param name="What">What is wrong, quoting the text that is.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record CorpusProblem(string Place, int? Line, string What, string Remedy)
{
    /// <summary>For a person: <c>place:line: what (remedy)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Place}{(Line is { } line ? $":{line}" : "")}: {What} ({Remedy})");
}
