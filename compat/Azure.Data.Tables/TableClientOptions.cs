using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How a client reaches the service. Retries, transport and diagnostics are <see cref="ClientOptions"/>'.</summary>
public class TableClientOptions(TableClientOptions.ServiceVersion serviceVersion = TableClientOptions.ServiceVersion.V2020_12_06)
    : ClientOptions
{
    /// <summary>Versions of the REST API; tokens need the later one.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    /// <summary>Whom tokens are asked for; null means the public cloud.</summary>
    public TableAudience? Audience { get; set; }

    internal string VersionText { get; } = serviceVersion switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06",
    };

    internal string Scope => $"{Audience ?? TableAudience.AzurePublicCloud}/.default";
}
