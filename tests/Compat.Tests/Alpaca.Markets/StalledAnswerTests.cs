using Alpaca.Markets;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

/// <summary>An answer that begins and never ends. Callers of the official client bound each call themselves.</summary>
public sealed class StalledAnswerTests
{
    [SkippableFact]
    public async Task WhenABodyStalls_TheReadTimesOut()
    {
        SkipForOfficial();
        await using var api = await ScriptedApi.StartAsync(context => BeginAsync(context, () => Task.CompletedTask));
        using var client = Clients.Trading(api.Address, new(0, [], []) { Timeout = TimeSpan.FromMilliseconds(200) });

        await Assert.ThrowsAsync<TimeoutException>(() => client.GetClockAsync());
    }

    [SkippableFact]
    public async Task WhenTheCallerGivesUpWithinABody_TheReadIsCancelled()
    {
        SkipForOfficial();
        using var source = new CancellationTokenSource();
        await using var api = await ScriptedApi.StartAsync(context => BeginAsync(context, source.CancelAsync));
        using var client = Clients.Trading(api.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetClockAsync(source.Token));
    }

    private static async Task BeginAsync(HttpContext context, Func<Task> afterTheFirstBytes)
    {
        var gone = new TaskCompletionSource();
        await using (context.RequestAborted.Register(gone.SetResult))
        {
            await context.Response.WriteAsync("{ \"timestamp\":");
            await context.Response.Body.FlushAsync();
            await afterTheFirstBytes();
            await gone.Task;
        }
    }

    private static void SkipForOfficial() => Skip.If(
        typeof(IAlpacaTradingClient).Assembly.GetReferencedAssemblies().Any(name => name.Name == "Newtonsoft.Json"),
        "The official client bounds the wait for headers only.");
}
