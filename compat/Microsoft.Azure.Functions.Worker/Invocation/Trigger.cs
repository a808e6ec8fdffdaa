namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>What makes a function run, with settings filled in.</summary>
internal abstract record Trigger;
