using System.Text.Json.Nodes;
using ExitDesk.Simulator.Telegram.Delivery;

namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo and getUpdates.</summary>
internal sealed class WebhookMethods(SimulatedChat chat)
{
    private const int MaximumSecretLength = 256;

    public BotAnswer Set(BotParameters parameters)
    {
        var url = parameters.Text("url") ?? string.Empty;
        if (url.Length == 0)
        {
            return Delete(parameters);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !Reachable(uri))
        {
            return BotAnswer.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }

        var secret = parameters.Text("secret_token");
        if (secret is not null && SecretFault(secret) is { } fault)
        {
            return BotAnswer.BadRequest(fault);
        }

        if (parameters.Json("allowed_updates") is { } kinds)
        {
            chat.Queue.AllowedKinds = Kinds(kinds);
        }

        DropPending(parameters);
        var connections = (int)Math.Clamp(parameters.Number("max_connections") ?? 40, 1, 100);
        chat.Connect(new Webhook(uri, string.IsNullOrEmpty(secret) ? null : secret, connections));
        return BotAnswer.Ok(true, "Webhook was set");
    }

    public BotAnswer Delete(BotParameters parameters)
    {
        DropPending(parameters);
        chat.Connect(null);
        return BotAnswer.Ok(true, "Webhook was deleted");
    }

    public BotAnswer Show()
    {
        var shown = new JsonObject
        {
            ["url"] = chat.Webhook?.Url.OriginalString ?? string.Empty,
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = chat.Queue.Pending().Count,
        };
        if (chat.Webhook is { } webhook)
        {
            shown["max_connections"] = webhook.MaximumConnections;
        }

        if (chat.Queue.LastFailure is { } failure)
        {
            shown["last_error_date"] = failure.At.ToUnixTimeSeconds();
            shown["last_error_message"] = failure.Reason;
        }

        if (chat.Queue.AllowedKinds is { } kinds)
        {
            shown["allowed_updates"] = new JsonArray([.. kinds.Order(StringComparer.Ordinal).Select(kind => (JsonNode)kind)]);
        }

        return BotAnswer.Ok(shown);
    }

    /// <summary>A bot without a webhook may fetch its updates; an offset forgets those before it. Never waits.</summary>
    public BotAnswer Fetch(BotParameters parameters)
    {
        if (chat.Webhook is not null)
        {
            return new BotAnswer(
                409,
                null,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        if (parameters.Number("offset") is { } offset)
        {
            chat.Queue.Remove(update => update["update_id"]!.GetValue<int>() < offset, DeliveryOutcome.Acknowledged);
        }

        var limit = (int)Math.Clamp(parameters.Number("limit") ?? 100, 1, 100);
        return BotAnswer.Ok(new JsonArray([.. chat.Queue.Pending().Take(limit).Select(update => update.DeepClone())]));
    }

    private void DropPending(BotParameters parameters)
    {
        if (parameters.Flag("drop_pending_updates"))
        {
            chat.Queue.Remove(_ => true, DeliveryOutcome.Dropped);
        }
    }

    /// <summary>Telegram wants HTTPS; a simulated one also reaches this machine.</summary>
    private static bool Reachable(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);

    private static string? SecretFault(string secret) =>
        secret.Length > MaximumSecretLength ? "secret token is too long"
        : secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? null
        : "secret token contains unallowed characters";

    /// <summary>An empty list asks for the default, which here is every kind there is.</summary>
    private static HashSet<string>? Kinds(JsonNode kinds) =>
        kinds is JsonArray { Count: > 0 } list ? [.. list.Select(kind => kind?.ToString() ?? string.Empty)] : null;
}
