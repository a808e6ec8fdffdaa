namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Gathers what keeps the application from starting, so that all of it is told at once.</summary>
internal sealed class StartupProblems
{
    private readonly List<string> _problems = [];

    /// <param name="place">Where: a function, a file, a setting.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    public void Add(string place, string problem) => _problems.Add($"{place}: {problem}");

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new UnusableApplicationException(_problems);
        }
    }
}
