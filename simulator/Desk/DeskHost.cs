using System.Net;
using System.Text;
using System.Text.Json;

namespace ExitDesk.Simulator.Desk;

/// <summary>The function app's HTTP side, as an operator with the master key sees it.</summary>
public sealed class DeskHost : IDisposable
{
    private readonly HttpClient _client;

    public DeskHost(Uri address)
    {
        _client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        _client.DefaultRequestHeaders.Add("x-functions-key", DeskSettings.MasterKey);
    }

    /// <summary>True once the host answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        await RunningAsync(cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Invocations that run now; null if the host does not answer.</summary>
    public async Task<int?> RunningAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync("admin/host/status", cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return null;
            }

            using var status = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            return status.RootElement.GetProperty("running").GetInt32();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Runs a timer now.</summary>
    /// <returns>False if the host did not take the call.</returns>
    public async Task<bool> RunTimerAsync(string function, CancellationToken cancellationToken)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _client.PostAsync($"admin/functions/{function}", body, cancellationToken).ConfigureAwait(false);
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>
    /// Storage transactions, reads and writes, that the function app has made since its process started; null if it does not tell.
    /// </summary>
    public async Task<long?> LedgerTransactionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A degraded desk answers 503 with the same report.
            using var answer = await _client.GetAsync("api/health", cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable))
            {
                return null;
            }

            using var report = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            return report.RootElement.GetProperty("ledgerReads").GetInt64() + report.RootElement.GetProperty("ledgerWrites").GetInt64();
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();
}
