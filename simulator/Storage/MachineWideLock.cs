using System.Security.Cryptography;
using System.Text;

namespace ExitDesk.Simulator.Storage;

/// <summary>A lock that processes of one machine share by name. The system frees it when its holder ends, however it ends.</summary>
internal sealed class MachineWideLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _file;

    private MachineWideLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock as long as it takes.</summary>
    public static async Task<MachineWideLock> EnterAsync(string name, TimeProvider time, CancellationToken cancellationToken)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8));
        var path = Path.Combine(Path.GetTempPath(), $"exitdesk-{mark}.lock");
        while (true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                // Held by another process, and the system has no way to be told when it is free.
                await Task.Delay(Patience, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
