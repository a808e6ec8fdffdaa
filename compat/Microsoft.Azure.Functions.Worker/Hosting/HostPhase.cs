namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>How far the start has come.</summary>
internal sealed class HostPhase
{
    private volatile bool _isListening;

    /// <summary>True once every address is listened on. Before, what fails is reported by the start itself.</summary>
    public bool IsListening
    {
        get => _isListening;
        set => _isListening = value;
    }
}
