namespace ExitDesk.Domain.Plans;

/// <summary>What one value of a plan may be, how it is written, and how it is read. Values of one shape compare with <c>Equals</c>.</summary>
public abstract record PlanShape
{
    /// <summary>How it is written in JSON; durations, times and choices are texts.</summary>
    public abstract PlanToken Token { get; }

    /// <summary>True if JSON's <c>null</c> (in a chat: "none") is a value: no limit on that side.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What is expected, as the end of "… is expected".</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a value within its bounds.</summary>
    /// <param name="text">As written, without quotes.</param>
    /// <param name="value">Of the type that the plan's property has.</param>
    public abstract bool TryRead(string text, out object? value);

    /// <summary>Writes a value as it is read; "none" for null.</summary>
    public string Write(object? value) => value is null ? "none" : Text(value);

    protected abstract string Text(object value);
}
