using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Turns answers into documents, or says why that failed.</summary>
internal sealed class AlpacaReads(AlpacaConnection connection)
{
    /// <summary>The body of a successful GET.</summary>
    /// <exception cref="FailedReadException">There is none; says which call failed and how.</exception>
    public async Task<string> BodyAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await connection.GetAsync(path, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer.Body : throw Failure(path, answer);
    }

    /// <summary>The body of a successful GET; null if the broker says plainly that there is no such thing.</summary>
    /// <exception cref="FailedReadException">Anything else.</exception>
    public async Task<string?> BodyIfAnyAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await connection.GetAsync(path, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { IsSuccess: true } => answer.Body,
            { Status: 404 } when AlpacaError.Read(answer).Code == AlpacaError.NotFound => null,
            _ => throw Failure(path, answer),
        };
    }

    /// <summary>Makes a value of a failure.</summary>
    public static async Task<BrokerRead<T>> TryAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return BrokerRead<T>.Of(await read().ConfigureAwait(false));
        }
        catch (FailedReadException e)
        {
            return BrokerRead<T>.Failed(e.Message);
        }
    }

    private static FailedReadException Failure(string path, AlpacaAnswer answer)
    {
        var call = $"GET {path.Split('?')[0]}";
        if (answer.Failure is not null)
        {
            return new FailedReadException($"{call}: {answer.Failure}");
        }

        var error = AlpacaError.Read(answer);
        var wait = answer.Wait is { } span ? $"; the broker asks to wait {span.TotalSeconds:0.#} s" : "";
        var code = error.Code is { } number ? $" {number}" : "";
        return new FailedReadException($"{call}: HTTP {answer.Status}{code} {error.Message}".TrimEnd() + wait);
    }
}
