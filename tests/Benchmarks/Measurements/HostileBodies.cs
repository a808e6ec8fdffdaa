using System.Text;
using ExitDesk.Simulator.Desk;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>Bodies that no honest Telegram sends, the same ones for the same seed; most with the right secret, to get far.</summary>
internal sealed class HostileBodies(int seed)
{
    private static readonly string[] Templates =
    [
        "",
        "null",
        "[]",
        "7",
        "\"update\"",
        "{",
        """{"update_id":NUMBER""",
        """{"update_id":"NUMBER"}""",
        """{"update_id":-NUMBER}""",
        """{"update_id":99999999999999999999NUMBER}""",
        """{"update_id":NUMBER,"callback_query":NUMBER}""",
        """{"update_id":NUMBER,"callback_query":{"id":null,"from":null,"data":null}}""",
        """{"update_id":NUMBER,"callback_query":{"id":"1","from":{"id":NUMBER,"is_bot":false,"first_name":"M"},"message":{"message_id":1,"date":1,"chat":{"id":NUMBER,"type":"private"}},"data":"c:1"}}""",
        """{"update_id":NUMBER,"message":{"message_id":1,"date":-9223372036854775808,"chat":{"id":1,"type":"nonsense"},"from":{"id":1},"text":"/closeall"}}""",
        """{"update_id":NUMBER,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"from":{"id":NUMBER,"is_bot":false,"first_name":"\ud800"},"text":"\u0000\ud800"}}""",
        """{"update_id":NUMBER,"message":{"text":"'; DROP TABLE exitdesk; -- <script>alert(1)</script>"}}""",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A body, and the secret to send with it; null for none.</summary>
    public (byte[] Body, string? Secret) Next(int number) => (Body(number), Secret());

    private byte[] Body(int number) => _random.Next(Templates.Length + 4) switch
    {
        0 => Noise(_random.Next(1, 2_000)),
        1 => Encoding.UTF8.GetBytes(new string('[', _random.Next(65, 20_000))),
        2 => Noise(_random.Next(64 * 1024, 80 * 1024)),
        3 => Broken(number),
        var template => Encoding.UTF8.GetBytes(Templates[template - 4].Replace("NUMBER", $"{number + 1}", StringComparison.Ordinal)),
    };

    private string? Secret() => _random.Next(6) switch
    {
        0 => null,
        1 => "wrong-secret",
        _ => DeskSettings.WebhookSecret,
    };

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    // An update with one byte changed.
    private byte[] Broken(int number)
    {
        var body = Encoding.UTF8.GetBytes(Templates[12].Replace("NUMBER", $"{number + 1}", StringComparison.Ordinal));
        body[_random.Next(body.Length)] = (byte)_random.Next(256);
        return body;
    }
}
