namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <param name="Route">With the prefix, beginning with a slash.</param>
/// <param name="Methods">In upper case; empty means all.</param>
/// <param name="Level">The key asked for.</param>
internal sealed record HttpTrigger(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level) : Trigger
{
    public override string ToString() => $"{(Methods.Count == 0 ? "any method" : string.Join(',', Methods))} {Route}";
}
