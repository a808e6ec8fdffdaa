using System.Globalization;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Collects problems while reading goes on, so that one run shows them all.</summary>
internal sealed class CorpusProblems
{
    /// <summary>Problems listed one by one; a wholly foreign file would otherwise fill the screen and the memory.</summary>
    private const int Listed = 1000;

    private readonly List<CorpusProblem> _problems = [];
    private int _unlisted;

    public bool Any => _problems.Count > 0;

    public void Add(string place, string what, string remedy) => Add(new CorpusProblem(place, null, what, remedy));

    public void Add(string place, int line, string what, string remedy) => Add(new CorpusProblem(place, line, what, remedy));

    public IReadOnlyList<CorpusProblem> ToList() => _unlisted == 0
        ? _problems
        : [.. _problems, new CorpusProblem("…", null,
            string.Create(CultureInfo.InvariantCulture, $"{_unlisted} more problems"), "correct the ones above and read again")];

    private void Add(CorpusProblem problem)
    {
        if (_problems.Count < Listed)
        {
            _problems.Add(problem);
        }
        else
        {
            _unlisted++;
        }
    }
}
