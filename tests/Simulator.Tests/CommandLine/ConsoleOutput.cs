using Xunit;

namespace ExitDesk.Simulator.Tests.CommandLine;

/// <summary>Tests that read what a program writes to the console: there is only one, so nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleOutput
{
    public const string Name = "console";

    /// <summary>Runs something and returns its result with what it wrote to standard error.</summary>
    public static async Task<(int Code, string Errors)> ErrorsOfAsync(Func<Task<int>> run)
    {
        var before = Console.Error;
        using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            return (await run(), errors.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }

    /// <summary>Runs something and returns its result with the lines that it wrote to standard output.</summary>
    public static async Task<(T Result, IReadOnlyList<string> Lines)> LinesOfAsync<T>(Func<Task<T>> run)
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            return (await run(), output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
