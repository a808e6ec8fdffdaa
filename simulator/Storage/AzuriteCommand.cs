using System.Diagnostics;
using System.Globalization;

namespace ExitDesk.Simulator.Storage;

/// <summary>The command line that runs Azurite.</summary>
internal static class AzuriteCommand
{
    public static ProcessStartInfo Of(AzuriteOptions options)
    {
        var command = NodeRuntime.Command(
            "node",
            Path.Combine(SimulatorFolder.Path, "Storage", "azurite-launcher.js"),
            "--tableHost", "127.0.0.1",
            "--tablePort", options.Port.ToString(CultureInfo.InvariantCulture),
            "--silent",
            "--disableTelemetry",
            "--skipApiVersionCheck");
        Add(command, options.Folder is { } folder
            ? ["--location", Directory.CreateDirectory(folder).FullName]
            : ["--inMemoryPersistence"]);
        if (options.Certificate is { } certificate)
        {
            Add(command, ["--oauth", "basic", "--cert", certificate.CertificatePath, "--key", certificate.KeyPath]);
        }

        return command;
    }

    private static void Add(ProcessStartInfo command, ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
        {
            command.ArgumentList.Add(argument);
        }
    }
}
