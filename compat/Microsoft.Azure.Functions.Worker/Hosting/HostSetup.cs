namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>What a host takes from its surroundings; the defaults are those of a process of its own.</summary>
internal sealed record HostSetup
{
    /// <summary>Where <c>host.json</c>, <c>local.settings.json</c> and <c>appsettings.json</c> lie.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Types to search for functions; null means the entry assembly.</summary>
    public IReadOnlyList<Type>? FunctionTypes { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether an unusable application ends the process with a report; otherwise its exception is thrown on.</summary>
    public bool EndsProcess { get; init; } = true;

    /// <summary>How long running invocations may finish undisturbed once the host stops; then they are cancelled.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long cancelled invocations may take to return before the host leaves them behind.</summary>
    public TimeSpan CancelLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Runs a step of the start. If the application is unusable, says why and ends the process with code 1.</summary>
    public T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (UnusableApplicationException unusable) when (EndsProcess)
        {
            throw End(unusable);
        }
    }

    /// <inheritdoc cref="Guard{T}"/>
    public async Task GuardAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (UnusableApplicationException unusable) when (EndsProcess)
        {
            throw End(unusable);
        }
    }

    // An exception would end the process with a stack trace and code 134; the reader needs the problems alone.
    private static UnusableApplicationException End(UnusableApplicationException unusable)
    {
        Console.Error.WriteLine(unusable.Message);
        Environment.Exit(1);
        return unusable;
    }
}
