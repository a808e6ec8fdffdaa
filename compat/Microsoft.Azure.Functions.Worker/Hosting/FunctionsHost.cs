using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The web server and the listeners as one host.</summary>
internal sealed class FunctionsHost(
    WebApplication web,
    IReadOnlyList<FunctionEntry> functions,
    IReadOnlyList<IListener> listeners,
    IReadOnlyList<string> notes,
    RunningInvocations running,
    HostPhase phase,
    HostSetup setup)
    : IHost, IAsyncDisposable
{
    private readonly ILogger _log = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Host");
    private Task _listening = Task.CompletedTask;

    public IServiceProvider Services => web.Services;

    /// <summary>Opens the door to HTTP, and only then lets timers and queues run: without its address it runs nothing.</summary>
    /// <exception cref="UnusableApplicationException">An address cannot be listened on.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default) => setup.GuardAsync(async () =>
    {
        await ListenOnAddressesAsync(cancellationToken).ConfigureAwait(false);
        phase.IsListening = true;
        web.Lifetime.ApplicationStopping.Register(running.BeginDrain);
        foreach (var function in functions)
        {
            _log.LogInformation("{Function}", function);
        }

        foreach (var note in notes)
        {
            _log.LogWarning("{Note}", note);
        }

        var addresses = string.Join(' ', web.Urls);
        _log.LogInformation("Ready at {Addresses}, environment {Environment}", addresses, web.Environment.EnvironmentName);
        _listening = Task.WhenAll(listeners.Where(listener => !listener.Function.IsDisabled).Select(ListenAsync));
    });

    /// <summary>Ends listeners at once, lets invocations finish within the limits, then closes the web server.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (!await running.DrainAsync(_listening).ConfigureAwait(false))
        {
            _log.LogWarning("{Count} invocations did not end in time and are left behind", running.Running);
        }

        await web.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in listeners.OfType<IDisposable>())
        {
            listener.Dispose();
        }

        await web.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ListenOnAddressesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await web.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException { InnerException: AddressInUseException } or SocketException)
        {
            // The server forgets its addresses when it fails.
            var addresses = web.Configuration["urls"] ?? ListenAddresses.Default;
            throw new UnusableApplicationException(
                $"ASPNETCORE_URLS: cannot listen on {addresses} ({refused.Message.TrimEnd('.')}). "
                + "End what listens there, or name another address.");
        }
    }

    private async Task ListenAsync(IListener listener)
    {
        try
        {
            await Task.Yield();
            await listener.ListenAsync(running.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (running.Stopping.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception bug)
        {
            // Half an application is worse than none: end it, so that whoever watches it starts it again.
            _log.LogCritical(bug, "The listener of {Function} failed; the host stops", listener.Function.Name);
            web.Lifetime.StopApplication();
        }
    }
}
