using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Account;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>What a sweep looks after beside the positions' rules: the account's rules, and positions that nobody has taken over.</summary>
public sealed class DeskWatch(AccountGuard account, AdoptionCards adoption, ILogger<DeskWatch> logger)
{
    /// <summary>Comes last in a sweep: whatever goes wrong here, every stop has been judged.</summary>
    /// <param name="held">All that is held, judged or not, as it was read.</param>
    /// <param name="view">What was read.</param>
    /// <param name="switches">What may be done.</param>
    /// <param name="problems">Takes what went wrong, one line each.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(
        IReadOnlyCollection<Stored<Position>> held, MarketView view, DeskSwitches switches, ICollection<string> problems, CancellationToken cancellationToken)
    {
        try
        {
            await account.WatchAsync(view, switches, cancellationToken).ConfigureAwait(false);
            await adoption.AskAsync(held, view, switches, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(problem, "The account's rules or the adoption card failed");
            problems.Add($"account rules: {problem.Message}");
        }
    }
}
