namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>A parameter or an output.</summary>
internal sealed record BicepDeclaration(string Keyword, string Name, bool IsDescribed, bool HasDefault);
