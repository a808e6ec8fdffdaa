using System.Net;
using System.Net.Sockets;
using System.Text;
using ExitDesk.Engine.Adapters.Alpaca;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>A TCP server below HTTP's manners: it counts requests and then hangs, breaks off or resets.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _firstRequest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<RawServer, Socket, Task> _answer;
    private readonly Task _accepting;
    private int _requests;
    private int _connections;

    public RawServer(Func<RawServer, Socket, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        Client = new AlpacaTradingClient(BrokerStub.Options(Address), Time, new BrokerCalls(Time));
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public ManualTime Time { get; } = new(BrokerStub.Now);

    public AlpacaTradingClient Client { get; }

    /// <summary>Requests that came in full.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Done once a request is here: from then on the broker may have acted.</summary>
    public Task FirstRequest => _firstRequest.Task;

    /// <summary>Ends the connection in good order, as an idle timeout does.</summary>
    public static Task Close(RawServer server, Socket socket)
    {
        socket.Shutdown(SocketShutdown.Both);
        return Task.CompletedTask;
    }

    /// <summary>Ends the connection with a reset.</summary>
    public static Task Reset(RawServer server, Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return Task.CompletedTask;
    }

    /// <summary>Never answers.</summary>
    public static Task Hang(RawServer server, Socket socket) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, server._end.Token);

    /// <summary>Says this, byte for byte, then ends the connection.</summary>
    public static Func<RawServer, Socket, Task> Say(string answer) => async (server, socket) =>
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(answer));
        await Close(server, socket);
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var socket = await _listener.AcceptSocketAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                while (await ReadRequestAsync(socket))
                {
                    Interlocked.Increment(ref _requests);
                    _firstRequest.TrySetResult();
                    await _answer(this, socket);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client or the test is gone.
            }
        }
    }

    private async Task<bool> ReadRequestAsync(Socket socket)
    {
        var text = "";
        var buffer = new byte[4096];
        while (!IsWhole(text))
        {
            var count = await socket.ReceiveAsync(buffer, SocketFlags.None, _end.Token);
            if (count == 0)
            {
                return false;
            }

            text += Encoding.ASCII.GetString(buffer, 0, count);
        }

        return true;
    }

    private static bool IsWhole(string text)
    {
        const string Name = "Content-Length:";
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = text[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        var body = length is null ? 0 : int.Parse(length[Name.Length..], System.Globalization.CultureInfo.InvariantCulture);
        return text.Length >= end + 4 + body;
    }
}
