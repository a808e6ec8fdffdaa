using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The door to building a function application.</summary>
public class FunctionsApplication
{
    /// <summary>Begins an application with the defaults of the host.</summary>
    /// <param name="args">Command line; <c>--NAME=value</c> overrides the setting of that name.</param>
    /// <remarks>A settings file that cannot be read is reported on the error stream and ends the process with code 1.</remarks>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, new HostSetup());
}
