using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The host's log: one line an entry on the console, at the levels of <c>host.json</c>.</summary>
internal static class HostLogging
{
    public static void Configure(ILoggingBuilder logging, HostJson hostJson, HostPhase phase)
    {
        logging.ClearProviders();
        logging.AddConfiguration(hostJson.Logging);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });

        // A taken port would be told with a stack trace there, and clearly by this host.
        logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host", level => phase.IsListening && level >= LogLevel.Warning);
    }
}
