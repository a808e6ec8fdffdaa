using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>Reads of the broker and its market data, with what can go wrong with any of them.</summary>
internal sealed class GatedReads(Wire wire)
{
    /// <summary>How long the real client waits for an answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<BrokerRead<T>> ReadAsync<T>(string what, Func<Task<BrokerRead<T>>> read, CancellationToken cancellationToken)
        where T : class
    {
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        if (await FailureAsync(cancellationToken).ConfigureAwait(false) is { } failure)
        {
            wire.Note(what, failure);
            return BrokerRead<T>.Failed(failure);
        }

        var answer = await read().ConfigureAwait(false);
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>What goes wrong with a read now; null if nothing does.</summary>
    public async Task<string?> FailureAsync(CancellationToken cancellationToken)
    {
        if (wire.Strikes(DayFault.Hang, isRarer: false) is not null)
        {
            await wire.WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
            return "no answer within 10 s";
        }

        return wire.Strikes(DayFault.ReadFails) is not null ? "HTTP 500"
            : wire.Strikes(DayFault.RateLimited, isRarer: false) is not null ? "HTTP 429; the broker asks to wait 3 s"
            : wire.Strikes(DayFault.RateLimitedWithoutHeaders, isRarer: false) is not null ? "HTTP 429"
            : wire.Strikes(DayFault.TruncatedJson, isRarer: false) is not null ? "the answer is cut"
            : null;
    }
}
