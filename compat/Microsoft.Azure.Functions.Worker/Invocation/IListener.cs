namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Watches for whatever triggers one function.</summary>
internal interface IListener
{
    FunctionEntry Function { get; }

    /// <summary>Invokes the function whenever it is triggered, until the host stops.</summary>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    Task ListenAsync(CancellationToken stopping);

    /// <summary>Invokes the function once, now.</summary>
    /// <param name="input">What to hand in; null for a trigger that needs nothing.</param>
    /// <param name="stopping">Cancelled when the host stops.</param>
    Task TriggerAsync(string? input, CancellationToken stopping);
}
