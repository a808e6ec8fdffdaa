using Microsoft.Extensions.Hosting;

namespace ExitDesk.Simulator.Http;

/// <summary>A host that lives until its owner stops it, deaf to signals.</summary>
internal sealed class OwnersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
