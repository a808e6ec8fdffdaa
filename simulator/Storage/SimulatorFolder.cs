using System.Reflection;

namespace ExitDesk.Simulator.Storage;

/// <summary>The simulator's source folder, where its npm packages and scripts are.</summary>
internal static class SimulatorFolder
{
    public static string Path { get; } = typeof(SimulatorFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(SimulatorFolder))
        .Value!;
}
