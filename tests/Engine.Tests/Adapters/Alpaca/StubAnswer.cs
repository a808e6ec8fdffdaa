namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>What the stub says to one request.</summary>
internal sealed record StubAnswer(int Status, string Body, params (string Name, string Value)[] Headers)
{
    public static StubAnswer Ok(string body) => new(200, body);

    public static StubAnswer Refusal(int status, int code, string message) =>
        new(status, $$"""{"code":{{code}},"message":"{{message}}"}""");
}
