using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>What goes over the wire, against a server that answers what the test says.</summary>
public sealed class RequestWireTests : IAsyncLifetime
{
    private const string Key = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<(int Status, string Body)> _answers = new();
    private LoopbackServer? _server;

    private Uri Account => new(_server!.Address, "desk");

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(application => application.Run(AnswerAsync));

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task WhenTheKeyIsShared_DateAndResourceAreSigned()
    {
        _answers.Enqueue((204, ""));

        await Client().DeleteEntityAsync("it's", "position:1 ü", new ETag("W/\"datetime'x'\""));

        var request = Assert.Single(_requests);
        Assert.Equal("DELETE", request.Method);
        Assert.Equal("/desk/exitdesk(PartitionKey='it%27%27s',RowKey='position%3A1%20%C3%BC')", request.RawTarget);
        Assert.Equal("2020-12-06", request.Headers["x-ms-version"]);
        Assert.Equal("W/\"datetime'x'\"", request.Headers["If-Match"]);
        Assert.Equal(Signature(request), request.Headers["Authorization"]);
    }

    [Fact]
    public async Task WhenARowIsWritten_EachTypeIsNamedWhereJsonWouldLoseIt()
    {
        _answers.Enqueue((204, ""));

        await Client().AddEntityAsync(new TableEntity("p", "r")
        {
            ["Long"] = 5L,
            ["Round"] = 1.0,
            ["Undefined"] = double.NaN,
            ["Whole"] = 5,
            ["When"] = EveryType.When,
        });

        Assert.Equal(
            """
            {"PartitionKey":"p","RowKey":"r","Long@odata.type":"Edm.Int64","Long":"5","Round@odata.type":"Edm.Double","Round":1.0,
            "Undefined@odata.type":"Edm.Double","Undefined":"NaN","Whole":5,
            "When@odata.type":"Edm.DateTime","When":"2026-11-20T14:30:00.1234567Z"}
            """.ReplaceLineEndings(""),
            Assert.Single(_requests).Body);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task WhenTheServiceIsUnwellOnce_TheWriteIsTriedAgain_SignedAnew(int status)
    {
        _answers.Enqueue((status, ""));
        _answers.Enqueue((204, ""));

        await Client().UpsertEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(2, _requests.Count);
        Assert.All(_requests, request => Assert.Equal(Signature(request), request.Headers["Authorization"]));
    }

    [Fact]
    public async Task WhenTheServiceStaysUnwell_GivesUpAfterThreeRetries()
    {
        for (var answer = 0; answer < 10; answer++)
        {
            _answers.Enqueue((503, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"Busy."}}}"""));
        }

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => Client().UpsertEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(4, _requests.Count);
        Assert.Equal(503, failed.Status);
        Assert.Equal("ServerBusy", failed.ErrorCode);
        Assert.Contains("Busy.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenRefused_TheExceptionHoldsNeitherKeyNorSignature()
    {
        _answers.Enqueue((403, "<html>a proxy's page</html>"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Client().GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(403, refused.Status);
        Assert.DoesNotContain(Key, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SharedKeyLite", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenATransactionsAnswerIsCutShort_ItsOutcomeIsCalledUnknown()
    {
        _answers.Enqueue((202, "--batch_1\r\nContent-Type: multipart/mixed; boundary=changeset_1\r\n\r\n--changeset_1\r\n"));

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => Client().SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "r"))]));

        Assert.Contains("0 of 1", failed.Message, StringComparison.Ordinal);
        Assert.Contains("unknown", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNobodyAnswers_TheStatusIsZero()
    {
        await _server!.DisposeAsync();

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => Client().DeleteEntityAsync("p", "r"));

        var request = Assert.IsType<RequestFailedException>((failed as AggregateException)?.InnerExceptions[0] ?? failed);
        Assert.Equal(0, request.Status);
    }

    // https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key: Shared Key Lite for the Table service.
    private static string Signature(RecordedRequest request)
    {
        var text = $"{request.Headers["x-ms-date"]}\n/desk{request.RawTarget.Split('?')[0]}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(text));
        return $"SharedKeyLite desk:{Convert.ToBase64String(signature)}";
    }

    private TableClient Client()
    {
        var options = new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return new(Account, "exitdesk", new TableSharedKeyCredential("desk", Key), options);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue(await RecordedRequest.ReadAsync(context));
        var (status, body) = _answers.TryDequeue(out var answer) ? answer : (404, "");
        context.Response.StatusCode = status;
        if (body.Length > 0)
        {
            await context.Response.WriteAsync(body);
        }
    }
}
