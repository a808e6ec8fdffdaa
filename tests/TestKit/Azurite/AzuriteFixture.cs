using System.Globalization;
using ExitDesk.Simulator.Storage;
using Xunit;
using Server = ExitDesk.Simulator.Storage.Azurite;

namespace ExitDesk.TestKit.Azurite;

/// <summary>One Azurite, in memory, for all tests of a collection.</summary>
/// <remarks>
/// A test takes a table of its own (<see cref="NewTableName"/>), so tests do not see each other. Where Node is missing nothing
/// starts and each test skips: <c>Skip.If(azurite.SkipReason is not null, azurite.SkipReason)</c>.
/// </remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Server? _server;
    private int _tables;

    /// <summary>Why there is no Azurite; null when there is one.</summary>
    public string? SkipReason { get; private set; }

    /// <summary>Where to connect.</summary>
    /// <exception cref="InvalidOperationException">There is no Azurite.</exception>
    public string ConnectionString => Running.ConnectionString;

    /// <summary>The account's table endpoint.</summary>
    public Uri Address => Running.Address;

    private Server Running => _server ?? throw new InvalidOperationException(SkipReason ?? "Azurite has not been started.");

    /// <summary>A table name that no other test of this fixture has.</summary>
    public string NewTableName() => string.Create(CultureInfo.InvariantCulture, $"table{Interlocked.Increment(ref _tables)}");

    public async Task InitializeAsync()
    {
        SkipReason = await NodeRuntime.ProblemAsync();
        if (SkipReason is null)
        {
            await NodePackages.OfSimulator(Console.Out).RestoreAsync();
            _server = await Server.StartAsync(new AzuriteOptions());
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
