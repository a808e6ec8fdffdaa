using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>Writes what the page shows.</summary>
internal static class ChatJson
{
    private const int ShownMessages = 500;
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static JsonObject Snapshot(SimulatedChat chat) => new()
    {
        ["bot"] = chat.Options.BotName,
        ["owner"] = chat.Options.OwnerName,
        ["viewer"] = chat.Options.ViewerName,
        ["stranger"] = chat.Options.StrangerName,
        ["group"] = chat.Options.GroupName,
        ["home"] = new ChatCast(chat.Options).Home,
        ["clock"] = Clock(chat.Clock.Now),
        ["commands"] = Commands(chat.Commands),
        ["messages"] = new JsonArray([.. chat.Messages.TakeLast(ShownMessages).Select(message => Message(chat, message))]),
        ["presses"] = new JsonArray(
            [.. chat.Presses.Where(press => !press.Answered && press.Delivery is null).Select(press => Press(chat, press))]),
    };

    public static JsonObject Message(SimulatedChat chat, ChatMessage message) => new()
    {
        ["id"] = message.Id,
        ["from"] = new ChatCast(chat.Options).NameOf(message.SenderId),
        ["chat"] = new ChatCast(chat.Options).NameOfChat(message.ChatId),
        ["html"] = message.Content.Html,
        ["at"] = TimeOfDay(message.At),
        ["edits"] = message.Edits,
        ["editedAt"] = message.EditedAt is { } edited ? TimeOfDay(edited) : null,
        ["silent"] = message.Silent,
        ["rows"] = new JsonArray([.. message.Rows.Select(row => new JsonArray([.. row.Select(Button)]))]),
    };

    public static JsonObject Press(SimulatedChat chat, ButtonPress press) => new()
    {
        ["id"] = press.CallbackId,
        ["from"] = new ChatCast(chat.Options).NameOf(press.UserId),
        ["messageId"] = press.MessageId,
        ["data"] = press.Data,
        ["lost"] = press.Delivery is DeliveryOutcome.Lost or DeliveryOutcome.Dropped,
        ["answered"] = press.Answered,
        ["answer"] = press.Answer,
        ["alert"] = press.Alert,
    };

    public static JsonArray Commands(IReadOnlyList<BotCommandLine> commands) =>
        new([.. commands.Select(line => new JsonObject { ["command"] = line.Command, ["description"] = line.Description })]);

    public static JsonObject Clock(DateTimeOffset now) => new()
    {
        ["date"] = InNewYork(now).ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture),
        ["time"] = TimeOfDay(now),
    };

    private static JsonObject Button(ChatButton button) =>
        new() { ["text"] = button.Text, ["data"] = button.Data, ["url"] = SafeUrl(button.Url) };

    private static string? SafeUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;

    private static string TimeOfDay(DateTimeOffset instant) =>
        InNewYork(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static LocalDateTime InNewYork(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(NewYork).LocalDateTime;
}
