namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>Commands that only look: for owners and viewers alike.</summary>
public sealed class ReadingCommands(
    StatusViews status,
    WhyCommand why,
    WhatIfCommand whatIf,
    ResultCommands results,
    ExitsCommand exits,
    BriefCommand brief,
    ScorecardCommand scorecard,
    HealthCommand health,
    DeskReplies replies)
{
    /// <summary>Answers; what is no command gets the list of all.</summary>
    public Task RunAsync(OperatorUpdate update, CommandLine line, CancellationToken cancellationToken) => (line.IsCommand ? line.Name : "") switch
    {
        "status" => status.ShowAsync(update, line.Argument, cancellationToken),
        "why" => why.RunAsync(update, line.Argument, cancellationToken),
        "whatif" => whatIf.RunAsync(update, line.Argument, cancellationToken),
        "profit" => ReplyAsync(update, results.ProfitAsync(line.Argument, cancellationToken), cancellationToken),
        "daily" => ReplyAsync(update, results.DailyAsync(line.Argument, cancellationToken), cancellationToken),
        "stats" => ReplyAsync(update, results.StatsAsync(cancellationToken), cancellationToken),
        "trades" => ReplyAsync(update, results.TradesAsync(line.Argument, cancellationToken), cancellationToken),
        "exits" => exits.RunAsync(update, cancellationToken),
        "brief" => ReplyAsync(update, brief.TextAsync(cancellationToken), cancellationToken),
        "scorecard" => ReplyAsync(update, scorecard.TextAsync(cancellationToken), cancellationToken),
        "health" => health.RunAsync(update, cancellationToken),
        _ => replies.ReplyAsync(update, DeskCommands.Help(line.Name), cancellationToken),
    };

    private async Task ReplyAsync(OperatorUpdate update, Task<string> answer, CancellationToken cancellationToken) =>
        await replies.ReplyAsync(update, await answer.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
}
