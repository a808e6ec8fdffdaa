using Microsoft.AspNetCore.Builder;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>A host that the application still composes.</summary>
internal sealed record HostDraft(HostJson HostJson, AppSettings Settings, WebApplicationBuilder Web, HostPhase Phase);
