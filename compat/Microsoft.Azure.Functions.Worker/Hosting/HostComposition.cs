using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Puts the host together, in two steps around the application's own composition.</summary>
internal static class HostComposition
{
    /// <summary>Reads the files and opens the builder that the application composes with.</summary>
    /// <exception cref="UnusableApplicationException">A file cannot be read.</exception>
    public static HostDraft Begin(string[] args, HostSetup setup)
    {
        LocalSettings.IntoEnvironment(setup.Folder);
        var hostJson = HostJson.Read(setup.Folder);
        var web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings are read once: a running host does not change under its functions.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = setup.Folder,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        var phase = new HostPhase();
        HostLogging.Configure(web.Logging, hostJson, phase);
        web.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (web.Configuration["urls"] is null && web.Configuration["http_ports"] is null)
        {
            web.WebHost.UseUrls(ListenAddresses.Default);
        }

        web.Services.AddSingleton(setup);
        web.Services.AddSingleton(hostJson);
        web.Services.AddSingleton<RunningInvocations>();
        web.Services.AddSingleton<InvocationCounter>();
        web.Services.Configure<HostOptions>(host => host.ShutdownTimeout = setup.CancelLimit);
        return new HostDraft(hostJson, AppSettings.From(args), web, phase);
    }

    /// <summary>Finds the functions, checks everything, and joins functions, routes and listeners to a host.</summary>
    /// <exception cref="UnusableApplicationException">All that is wrong.</exception>
    public static FunctionsHost Complete(
        HostDraft draft,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        bool speaksHttp,
        HostSetup setup)
    {
        var (hostJson, settings, web, phase) = draft;
        var problems = new StartupProblems();
        hostJson.Check(problems);
        ListenAddresses.Check(web.Configuration["urls"], problems);
        var triggers = new TriggerReader(settings, hostJson, speaksHttp, setup.Time.GetUtcNow().UtcDateTime, problems);
        var functions = new FunctionCatalog(settings, triggers, problems).Find(setup.FunctionTypes ?? EntryTypes());
        var schedules = new ScheduleFolder(settings[ScheduleFolder.Setting]);
        schedules.Prepare(problems);
        var receivers = QueueReceivers.Open(functions, problems);
        problems.ThrowIfAny();

        var application = web.Build();
        var running = application.Services.GetRequiredService<RunningInvocations>();
        var invoker = ActivatorUtilities.CreateInstance<FunctionInvoker>(application.Services, middleware);
        var listeners = ActivatorUtilities.CreateInstance<ListenerComposition>(application.Services, invoker, schedules, receivers)
            .For(functions);
        var keys = new RequestKeys(
            settings[RequestKeys.HostKeySetting], settings[RequestKeys.MasterKeySetting], web.Environment.IsDevelopment());
        new FunctionEndpoints(invoker, keys, running).Map(application, functions);
        new AdminEndpoints(functions, listeners, keys, running).Map(application);
        return new FunctionsHost(application, functions, listeners, keys.Notes(functions), running, phase, setup);
    }

    private static Type[] EntryTypes() => Assembly.GetEntryAssembly()?.GetTypes() ?? [];
}
