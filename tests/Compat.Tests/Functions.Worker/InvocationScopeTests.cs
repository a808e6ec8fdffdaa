using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class InvocationScopeTests
{
    [Fact]
    public async Task WhenInvokedTwice_EachHasItsOwnScopeWhichEndsWithIt()
    {
        await using var host = await WorkerHost.StartAsync(
            [typeof(Scoped)], compose: builder => builder.Services.AddScoped<Resource>());

        var first = await host.Http.GetStringAsync("/api/Scoped");
        var second = await host.Http.GetStringAsync("/api/Scoped");

        Assert.Equal("same", first);
        Assert.Equal("same", second);
        Assert.Equal(["made", "disposed", "made", "disposed"], host.Probe.All);
    }

    public sealed class Scoped(Resource resource)
    {
        [Function("Scoped")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context) =>
            Results.Text(ReferenceEquals(resource, context.InstanceServices.GetRequiredService<Resource>()) ? "same" : "other");
    }

    public sealed class Resource : IDisposable
    {
        private readonly Probe _probe;

        public Resource(Probe probe)
        {
            _probe = probe;
            probe.See("made");
        }

        public void Dispose() => _probe.See("disposed");
    }
}
