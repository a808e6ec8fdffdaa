using System.Diagnostics.CodeAnalysis;

namespace ExitDesk.Engine.Ports.Broker;

/// <summary>The answer to a read: a value, or why there is none. A failed read is never an empty one.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed record BrokerRead<T>
    where T : class
{
    private BrokerRead(T? value, string? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>Null if the read failed.</summary>
    public T? Value { get; }

    /// <summary>Why it failed, for logs and the owner; null if it did not.</summary>
    public string? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Value is not null;

    public static BrokerRead<T> Of(T value) => new(value, null);

    public static BrokerRead<T> Failed(string why) => new(null, why);
}
