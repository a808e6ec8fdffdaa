using Azure.Messaging.ServiceBus;
using Xunit;

namespace ExitDesk.Compat.Tests.ServiceBus;

public sealed class ServiceBusConnectionStringPropertiesTests
{
    private const string Good = "Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0PQ==";

    [Fact]
    public void WhenComplete_AllPartsAreRead()
    {
        var properties = ServiceBusConnectionStringProperties.Parse($"{Good};EntityPath=close-requests;");

        Assert.Equal("ns.servicebus.windows.net", properties.FullyQualifiedNamespace);
        Assert.Equal(("Root", "c2VjcmV0PQ=="), (properties.SharedAccessKeyName, properties.SharedAccessKey));
        Assert.Equal("close-requests", properties.EntityPath);
        Assert.DoesNotContain("c2VjcmV0", properties.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0", "Endpoint is missing")]
    [InlineData("Endpoint=nowhere;SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0", "'nowhere' is not an address")]
    [InlineData("Endpoint=sb://ns/;SharedAccessKey=c2VjcmV0", "SharedAccessKeyName is missing")]
    [InlineData("Endpoint=sb://ns/;SharedAccessKeyName=Root", "SharedAccessKey is missing")]
    [InlineData("Endpoint=sb://ns/", "neither a key")]
    [InlineData("Endpoint=sb://ns/;SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0;SharedAccessSignature=s", "excludes")]
    [InlineData("Endpoint=sb://ns/;Endpoint=sb://ns/;SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0", "Endpoint is given twice")]
    [InlineData("Endpoint=sb://ns/;SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=yes", "not 'yes'")]
    public void WhenAnEntryIsWrong_TheErrorNamesItAndNotTheKey(string connectionString, string expected)
    {
        var exception = Assert.Throws<ArgumentException>(() => ServiceBusConnectionStringProperties.Parse(connectionString));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenItIsNoListOfEntries_TheErrorNamesThePlaceAndNotTheText()
    {
        var exception = Assert.Throws<FormatException>(
            () => ServiceBusConnectionStringProperties.Parse("Endpoint=sb://ns/;c2VjcmV0"));

        Assert.Contains("entry 2", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenItIsEmpty_TheClientRefusesIt() => Assert.Throws<ArgumentException>(() => new ServiceBusClient(" "));

    [Fact]
    public async Task WhenItIsForOneQueue_OtherQueuesAreRefused()
    {
        await using var client = new ServiceBusClient($"{Good};EntityPath=close-requests");

        Assert.Equal("close-requests", client.CreateSender("close-requests").EntityPath);
        Assert.Throws<ArgumentException>(() => client.CreateSender("operator-actions"));
        Assert.Throws<ArgumentException>(() => client.CreateReceiver("operator-actions"));
    }
}
