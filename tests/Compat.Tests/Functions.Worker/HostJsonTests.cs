using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class HostJsonTests
{
    [Fact]
    public void WhenFileIsMissing_DefaultsHold()
    {
        var hostJson = HostJson.Read(WorkerHost.EmptyFolder());
        hostJson.Check(new StartupProblems());

        Assert.Equal("api", hostJson.RoutePrefix);
        Assert.Equal(16, hostJson.MaxConcurrentCalls);
        Assert.Equal(TimeSpan.FromMinutes(5), hostJson.MaxLockRenewal);
        Assert.Equal(TimeSpan.FromMinutes(30), hostJson.FunctionTimeout);
    }

    [Fact]
    public void WhenFileSaysMore_ItIsTaken()
    {
        var hostJson = HostJson.Read(Folder("""
            {
              "version": "2.0", // comments are allowed
              "functionTimeout": "-1",
              "extensions": { "serviceBus": { "maxConcurrentCalls": 3, "maxAutoLockRenewalDuration": "00:00:00" } }
            }
            """));
        hostJson.Check(new StartupProblems());

        Assert.Equal(3, hostJson.MaxConcurrentCalls);
        Assert.Equal(TimeSpan.Zero, hostJson.MaxLockRenewal);
        Assert.Null(hostJson.FunctionTimeout);
    }

    [Fact]
    public void WhenFileIsNotJson_ItIsNamed()
    {
        var unusable = Assert.Throws<UnusableApplicationException>(() => HostJson.Read(Folder("{ \"version\": ")));

        Assert.Contains("host.json", unusable.Message, StringComparison.Ordinal);
    }

    private static string Folder(string content)
    {
        var folder = WorkerHost.EmptyFolder();
        File.WriteAllText(Path.Combine(folder, "host.json"), content);
        return folder;
    }
}
