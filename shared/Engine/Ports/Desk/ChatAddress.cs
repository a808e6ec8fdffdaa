namespace ExitDesk.Engine.Ports.Desk;

/// <summary>Where the owner's chat is: as the settings say, until Telegram says that it has moved. Safe for concurrent use.</summary>
public sealed class ChatAddress(long configured)
{
    private long _current = configured;

    /// <summary>The chat's id by the settings.</summary>
    public long Configured { get; } = configured;

    /// <summary>The chat's id now.</summary>
    public long Current => Interlocked.Read(ref _current);

    /// <summary>The chat has another id from now on.</summary>
    public void Move(long to) => Interlocked.Exchange(ref _current, to);
}
