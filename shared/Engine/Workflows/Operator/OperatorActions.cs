using ExitDesk.Engine.Workflows.Operator.Commands;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Does what a user asked for with a button or a command.</summary>
public sealed class OperatorActions(
    ButtonPresses presses,
    StatusCommand status,
    WhyCommand why,
    WhatIfCommand whatIf,
    CloseCommand close,
    SwitchCommands switches,
    ManageCommand manage,
    HealthCommand health,
    StatsCommand stats,
    PlanCommand plan,
    PlanRefresh plans,
    LateUpdates late,
    DeskReplies replies)
{
    /// <summary>Every command with what it does, in the order of the help text and of Telegram's menu.</summary>
    public static IReadOnlyList<(string Name, string Use, string What)> Known { get; } =
    [
        ("status", "[SYM|id|all]", "positions, their result and the distance to each rule"),
        ("why", "SYM|id", "why a position is still open, rule by rule"),
        ("whatif", "SYM ±x% [hh:mm]", "your positions after a move of the stock, and the rules that would fire"),
        ("close", "SYM|id", "close a position at the market"),
        ("plan", "[SYM|id|set|preset|reset|undo]", "the exit plan with the source of each value; change it"),
        ("manage", "SYM|id", "let the rules close a position that the desk did not open"),
        ("watch", "SYM|id", "evaluate a position, never trade it by itself"),
        ("ignore", "SYM|id", "never evaluate a position"),
        ("mode", "monitor|active|emergency", "what the desk does with decisions"),
        ("emergency", "", "close every managed position now"),
        ("halt", "", "stop all automatic orders"),
        ("reduce", "", "closes only: nothing new is opened"),
        ("resume", "", "back from halt or reduce"),
        ("stats", "", "what closes gave away and how long they took, by rule and speed"),
        ("health", "", "is everything running?"),
        ("help", "", "this list"),
    ];

    public async Task RunAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        await plans.RunAsync(cancellationToken).ConfigureAwait(false);
        if (await late.RefusalAsync(update, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            await (update.IsPress
                ? presses.RefuseAsync(update, refusal, cancellationToken)
                : replies.ReplyAsync(update, refusal, cancellationToken)).ConfigureAwait(false);
            return;
        }

        if (update.IsPress)
        {
            await presses.RunAsync(update, cancellationToken).ConfigureAwait(false);
            return;
        }

        var words = update.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = words.Length == 0 ? "" : words[0].Split('@')[0].ToLowerInvariant();
        var argument = string.Join(' ', words.Skip(1));
        await (name switch
        {
            "/status" => status.RunAsync(update, argument, cancellationToken),
            "/why" => why.RunAsync(update, argument, cancellationToken),
            "/whatif" => whatIf.RunAsync(update, argument, cancellationToken),
            "/close" => close.RunAsync(update, argument, cancellationToken),
            "/plan" => plan.RunAsync(update, argument, cancellationToken),
            "/manage" or "/watch" or "/ignore" => manage.RunAsync(update, Managing.Of(name[1..])!.Value, name[1..], argument, cancellationToken),
            "/mode" => switches.ModeAsync(update, argument, cancellationToken),
            "/emergency" => switches.EmergencyAsync(update, cancellationToken),
            "/reduce" => switches.ReduceAsync(update, cancellationToken),
            "/halt" => switches.HaltAsync(update, cancellationToken),
            "/resume" => switches.ResumeAsync(update, cancellationToken),
            "/stats" => stats.RunAsync(update, cancellationToken),
            "/health" => health.RunAsync(update, cancellationToken),
            _ => replies.ReplyAsync(update, Help(name), cancellationToken),
        }).ConfigureAwait(false);
    }

    private static string Help(string asked)
    {
        var lines = Known.Select(command => $"/{command.Name}{(command.Use.Length > 0 ? " " + command.Use : "")} – {command.What}");
        var lead = asked is "/help" or "/start" ? "<b>ExitDesk</b>" : "I do not know that. What I know:";
        return lead + "\n" + string.Join('\n', lines.Select(Telling.Html.Escape));
    }
}
