using System.Security.Cryptography;
using System.Text;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows;

/// <summary>Says loudly that a message could not be handled. Changes nothing: settlement looks and goes on from the ledger.</summary>
public sealed class DeadLetterAlarm(DeskAlerts alerts, TimeProvider time, ILogger<DeadLetterAlarm> logger)
{
    private const int Shown = 300;

    public Task RaiseAsync(string queue, string body, CancellationToken cancellationToken)
    {
        logger.LogError("A message of {Queue} could not be handled: {Body}", queue, body);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 8));
        return alerts.RaiseAsync(
            $"dead-letter:{queue}:{id}",
            time.GetUtcNow(),
            $"<b>A message could not be handled</b> ({Html.Escape(queue)})\n<code>{Html.Escape(body.Length > Shown ? body[..Shown] : body)}</code>\n"
            + "If you do nothing: closings go on from the ledger within a minute; a button or command may need to be repeated.",
            cancellationToken,
            repeats: $"dead-letter:{queue}");
    }
}
