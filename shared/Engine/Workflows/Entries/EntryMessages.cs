using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ExitDesk.Domain.Plans;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>What arrives on <c>entry-requests</c>: a step of an entry, or a recommendation of whoever may send to the queue.</summary>
public sealed class EntryMessages(EntryExecution execution, Dispatcher dispatcher, DeskCommits commits, TimeProvider time)
{
    private const string Door = "queue";

    /// <exception cref="LedgerUnavailableException">The storage did not take it: the queue brings it again.</exception>
    public async Task RunAsync(string body, CancellationToken cancellationToken)
    {
        if (RequestOf(body) is { } request)
        {
            await execution.RunAsync(request, cancellationToken).ConfigureAwait(false);
            return;
        }

        switch (await dispatcher.SubmitAsync(body, Door, cancellationToken).ConfigureAwait(false))
        {
            case DispatchOutcome.Unavailable unavailable:
                throw new LedgerUnavailableException(unavailable.Why);
            case DispatchOutcome.Refused refused:
                await RefuseAsync(body, refused.Problems, cancellationToken).ConfigureAwait(false);
                break;
            case DispatchOutcome.Differs differs:
                await RefuseAsync(
                    body, [new PlanProblem("$.recommendationId", $"{differs.Entry.Id} was used for another recommendation; give each an id of its own")], cancellationToken).ConfigureAwait(false);
                break;
            case DispatchOutcome.Full full:
                await RefuseAsync(body, [full.Problem], cancellationToken, "recommendations:full").ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    // Anything but our own message in its exact form is somebody's recommendation.
    private static EntryRequest? RequestOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.EnumerateObject().ToList() is [{ Name: "entryId", Value: { ValueKind: JsonValueKind.String } id }]
                    ? new EntryRequest(id.GetString()!)
                    : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // No JSON, or a text of half a character: the reader says what is wrong with it.
            return null;
        }
    }

    private async Task RefuseAsync(string body, IReadOnlyList<PlanProblem> problems, CancellationToken cancellationToken, string? repeats = null)
    {
        var now = time.GetUtcNow();
        var id = $"recommendation:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 8))}";
        var batch = new LedgerBatch()
            .Post(Audit.Entry(
                $"{id}:refused", now, "desk", "recommendation-refused", Door, string.Join("; ", problems.Select(problem => $"{problem.Path}: {problem.Text}"))))
            .Post(new OutboxEntry($"{id}:told", now)
            {
                // Whoever floods the queue must not flood the chat.
                Notice = new Notice(EntryCards.Unreadable(problems), repeats is null ? id : null) { Repeats = repeats },
            });
        if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new LedgerUnavailableException("a refused recommendation is not written down");
        }
    }
}
