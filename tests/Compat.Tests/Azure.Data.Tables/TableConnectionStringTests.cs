using Azure.Data.Tables;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

public sealed class TableConnectionStringTests
{
    private const string Key = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData($"AccountName=desk;AccountKey={Key};EndpointSuffix=core.windows.net", "https://desk.table.core.windows.net/", "desk")]
    [InlineData(
        $"DefaultEndpointsProtocol=http;accountname=desk;AccountKey={Key};EndpointSuffix=example.org;", "http://desk.table.example.org/", "desk")]
    [InlineData(
        $"AccountName=desk;AccountKey={Key};TableEndpoint=https://127.0.0.1:9/desk;BlobEndpoint=https://x", "https://127.0.0.1:9/desk", "desk")]
    public void WhenComplete_NamesEndpointAndAccount(string connectionString, string endpoint, string account)
    {
        var service = new TableServiceClient(connectionString);

        Assert.Equal(new Uri(endpoint), service.Uri);
        Assert.Equal(account, service.AccountName);
    }

    [Theory]
    [InlineData("nonsense", "part 1 is not of the form Name=Value")]
    [InlineData("UseDevelopmentStorage=maybe", "UseDevelopmentStorage can only be 'true'")]
    [InlineData($"AccountKey={Key};EndpointSuffix=core.windows.net", "AccountName is missing")]
    [InlineData("AccountName=desk;EndpointSuffix=core.windows.net", "AccountKey is missing")]
    [InlineData("AccountName=desk;AccountKey=;EndpointSuffix=core.windows.net", "AccountKey is missing")]
    [InlineData($"AccountName=desk;AccountKey={Key}", "TableEndpoint or EndpointSuffix is missing")]
    [InlineData($"AccountName=desk;AccountName=desk;AccountKey={Key}", "part 2 gives a name for the second time")]
    [InlineData($"AccountName=desk;AccountKey={Key};TableEndpoint=ftp://x", "the table endpoint is not an http or https address")]
    [InlineData("AccountName=desk;AccountKey=secret!;EndpointSuffix=core.windows.net", "AccountKey is not base64")]
    [InlineData("TableEndpoint=https://x;SharedAccessSignature=sig=secret", "SharedAccessSignature is not supported")]
    public void WhenNotUsable_SaysWhy_AndShowsNoSecret(string connectionString, string problem)
    {
        var thrown = Assert.Throws<FormatException>(() => new TableClient(connectionString, "positions"));

        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }
}
