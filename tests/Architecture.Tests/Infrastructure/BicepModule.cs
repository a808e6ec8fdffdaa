namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>A module that a template uses.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Path">From the folder of the template.</param>
/// <param name="Passed">Names of the parameters that it is given.</param>
internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Passed);
