namespace ExitDesk.Simulator.Storage;

/// <summary>How to run Azurite.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where the data is kept, created if missing; null keeps it in memory and loses it at the end.</summary>
    public string? Folder { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>For https with bearer tokens, whose signatures Azurite does not check; null for plain http.</summary>
    public AzuriteCertificate? Certificate { get; init; }
}
