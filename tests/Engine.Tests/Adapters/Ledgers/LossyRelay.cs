using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ExitDesk.Engine.Tests.Adapters.Ledgers;

/// <summary>Passes bytes on to a storage and back, except that the answer to a transaction breaks the connection.</summary>
internal sealed class LossyRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private int _transactions;

    public LossyRelay(Uri target)
    {
        _target = target;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Transactions whose requests came through.</summary>
    public int Transactions => Volatile.Read(ref _transactions);

    public async ValueTask DisposeAsync()
    {
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
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var storage = new TcpClient();
        using (client)
        {
            try
            {
                await storage.ConnectAsync(_target.Host, _target.Port, _end.Token);
                var loss = new Loss();
                await Task.WhenAny(RequestsAsync(client, storage, loss), AnswersAsync(storage, client, loss));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The test is over.
            }
        }
    }

    private Task RequestsAsync(TcpClient client, TcpClient storage, Loss loss) => PumpAsync(client, storage, bytes =>
    {
        if (Encoding.ASCII.GetString(bytes).Contains("/$batch HTTP/1.1", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _transactions);
            loss.IsNext = true;
        }

        return true;
    });

    private Task AnswersAsync(TcpClient storage, TcpClient client, Loss loss) => PumpAsync(storage, client, _ => !loss.IsNext);

    private async Task PumpAsync(TcpClient from, TcpClient to, Func<byte[], bool> passes)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is var count and > 0 && passes(buffer[..count]))
            {
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One of the two ends is gone; the other follows.
        }
    }

    private sealed class Loss
    {
        public volatile bool IsNext;
    }
}
