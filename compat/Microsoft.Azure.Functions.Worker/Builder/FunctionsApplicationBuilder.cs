using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Composes a function application: services, settings, logging, middleware.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly HostSetup _setup;
    private readonly HostDraft _draft;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private bool _isBuilt;

    internal FunctionsApplicationBuilder(string[] args, HostSetup setup)
    {
        _setup = setup;
        _draft = setup.Guard(() => HostComposition.Begin(args, setup));
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_draft.Web).Properties;

    public ConfigurationManager Configuration => _draft.Web.Configuration;

    public IHostEnvironment Environment => _draft.Web.Environment;

    public ILoggingBuilder Logging => _draft.Web.Logging;

    public IMetricsBuilder Metrics => _draft.Web.Metrics;

    public IServiceCollection Services => _draft.Web.Services;

    internal bool SpeaksHttp { get; set; }

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>Finds the functions, checks all that they need, and builds the host.</summary>
    /// <remarks>
    /// Everything that is wrong is listed at once on the error stream, and the process ends with code 1: nothing was started.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The application is already built.</exception>
    public IHost Build()
    {
        ThrowIfBuilt();
        _isBuilt = true;
        return _setup.Guard(() => HostComposition.Complete(_draft, _middleware, SpeaksHttp, _setup));
    }

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ThrowIfBuilt();
        _middleware.Add(middleware);
        return this;
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_draft.Web).ConfigureContainer(factory, configure);

    private void ThrowIfBuilt()
    {
        if (_isBuilt)
        {
            throw new InvalidOperationException("The application has already been built.");
        }
    }
}
