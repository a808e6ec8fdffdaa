namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The application cannot start as it is configured. The message lists every problem, with its place and remedy.</summary>
internal sealed class UnusableApplicationException(IReadOnlyList<string> problems) : Exception(Describe(problems))
{
    public UnusableApplicationException(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems { get; } = problems;

    private static string Describe(IReadOnlyList<string> problems) =>
        string.Join(Environment.NewLine, ["The function host cannot start:", .. problems.Select(problem => $"  - {problem}")]);
}
