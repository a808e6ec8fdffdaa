using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>The operations of the Service Bus REST data plane that a queue's sender and receiver need.</summary>
internal sealed class MessagingPipeline(
    Uri address, HttpPipelinePolicy authentication, ServiceBusClientOptions options, HttpPipelineTransport? transport = null)
{
    // The front end ends a request after a minute; a longer wait is several receives.
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(55);

    // How much longer than the poll the answer may take.
    private static readonly TimeSpan PollGrace = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _tryTimeout = options.RetryOptions.TryTimeout;
    private readonly HttpPipeline _pipeline =
        HttpPipelineBuilder.Build(new RestClientOptions(options.RetryOptions, transport), authentication);

    public async Task SendAsync(
        string entity, ServiceBusMessage message, DateTimeOffset scheduled, CancellationToken cancellationToken)
    {
        // Without a MessageId the service cannot tell a repetition from a second message.
        var repetition = message.MessageId is null ? Repetition.WhenRefused : Repetition.Safe;
        using var http = Create(RequestMethod.Post, $"{RestAddress.Path(entity)}/messages", repetition);
        http.Request.Headers.SetValue(HttpHeader.Names.ContentType, message.ContentType ?? "application/octet-stream");
        http.Request.Headers.SetValue(BrokerProperties.HeaderName, BrokerProperties.Write(message, scheduled));
        PropertyHeaders.Write(http.Request, message.ApplicationProperties);
        http.Request.Content = RequestContent.Create(message.Body);
        await ExchangeAsync(http, entity, settlement: false, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ServiceBusReceivedMessage?> ReceiveAsync(
        string entity, ServiceBusReceiveMode mode, TimeSpan? maxWaitTime, CancellationToken cancellationToken)
    {
        var left = maxWaitTime ?? _tryTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(left, TimeSpan.Zero, nameof(maxWaitTime));
        while (left > TimeSpan.Zero)
        {
            var poll = left < LongestPoll ? left : LongestPoll;
            if (await PollAsync(entity, mode, poll, cancellationToken).ConfigureAwait(false) is { } message)
            {
                return message;
            }

            left -= poll;
        }

        return null;
    }

    public Task CompleteAsync(string entity, ServiceBusReceivedMessage message, CancellationToken cancellationToken) =>
        SettleAsync(RequestMethod.Delete, entity, message, cancellationToken);

    public Task AbandonAsync(string entity, ServiceBusReceivedMessage message, CancellationToken cancellationToken) =>
        SettleAsync(RequestMethod.Put, entity, message, cancellationToken);

    /// <summary>When the lock now ends; null if the service did not say.</summary>
    public async Task<DateTimeOffset?> RenewAsync(
        string entity, ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        var response = await SettleAsync(RequestMethod.Post, entity, message, cancellationToken).ConfigureAwait(false);
        return ReceivedMessages.LockedUntil(response);
    }

    private async Task<ServiceBusReceivedMessage?> PollAsync(
        string entity, ServiceBusReceiveMode mode, TimeSpan poll, CancellationToken cancellationToken)
    {
        // A receive whose answer is lost leaves a lock that lapses, so it may be repeated; one that deletes has lost a message.
        var (method, repetition) = mode switch
        {
            ServiceBusReceiveMode.PeekLock => (RequestMethod.Post, Repetition.Safe),
            ServiceBusReceiveMode.ReceiveAndDelete => (RequestMethod.Delete, Repetition.WhenRefused),
        };
        var seconds = Math.Ceiling(poll.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        using var http = Create(method, $"{RestAddress.Path(entity)}/messages/head?timeout={seconds}", repetition);
        http.NetworkTimeout = poll + PollGrace;
        var response = await ExchangeAsync(http, entity, settlement: false, cancellationToken).ConfigureAwait(false);
        return response.Status == 204 ? null : ReceivedMessages.Read(response, entity);
    }

    private async Task<Response> SettleAsync(
        RequestMethod method, string entity, ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        // The sequence number names the message as well as its id does, and needs no escaping.
        var number = message.SequenceNumber.ToString(CultureInfo.InvariantCulture);
        using var http = Create(method, $"{RestAddress.Path(entity)}/messages/{number}/{message.LockToken}", Repetition.Safe);
        return await ExchangeAsync(http, entity, settlement: true, cancellationToken).ConfigureAwait(false);
    }

    private HttpMessage Create(RequestMethod method, string pathAndQuery, ResponseClassifier repetition)
    {
        var http = _pipeline.CreateMessage(new RequestContext(), repetition);
        http.Request.Method = method;
        http.Request.Uri.Reset(new Uri(address, pathAndQuery));
        http.BufferResponse = true;
        return http;
    }

    private async Task<Response> ExchangeAsync(
        HttpMessage http, string entity, bool settlement, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(http, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && Failure.Of(exception, entity) is { } failure)
        {
            throw failure;
        }

        return http.Response.IsError ? throw Failure.Of(http.Response, entity, settlement) : http.Response;
    }
}
