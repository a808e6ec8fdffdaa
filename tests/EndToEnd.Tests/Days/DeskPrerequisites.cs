using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>What a day needs beyond .NET: Node, for Azurite.</summary>
public sealed class DeskPrerequisites : IAsyncLifetime
{
    private string? _problem;

    public async Task InitializeAsync()
    {
        _problem = await NodeRuntime.ProblemAsync();
        if (_problem is null)
        {
            await NodePackages.OfSimulator(Console.Out).RestoreAsync();
        }
    }

    /// <summary>Skips a test where Node is missing.</summary>
    public void Require() => Skip.If(_problem is not null, _problem);

    public Task DisposeAsync() => Task.CompletedTask;
}
