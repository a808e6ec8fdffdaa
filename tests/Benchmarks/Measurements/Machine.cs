using System.Globalization;
using System.Runtime.InteropServices;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>What a figure was measured on. A figure without it says nothing.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";
    private const string ProcessorFile = "/proc/cpuinfo";

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC · {Processor()}, {Environment.ProcessorCount} cores · {RuntimeInformation.OSDescription} · {RuntimeInformation.FrameworkDescription} · {Build}");

    /// <summary>The machine's load of the last minute, where the system tells.</summary>
    public static string Load() => File.Exists(LoadFile) ? $"load {File.ReadAllText(LoadFile).Split(' ')[0]}" : "load unknown";

    private static string Build =>
#if DEBUG
        "Debug build: not for publication";
#else
        "Release build";
#endif

    private static string Processor() => !File.Exists(ProcessorFile)
        ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? "unknown processor";
}
