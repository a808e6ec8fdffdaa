namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>Commands that may act.</summary>
public sealed class ActingCommands(
    CloseCommand close,
    CloseAllCommand closeAll,
    AnswerCommand answers,
    PlanCommand plan,
    ManageCommand manage,
    SwitchCommands switches,
    NoteCommand note,
    SettingsCommand settings)
{
    /// <summary>Does what a command says; null if it is none of these.</summary>
    public Task<CommandResult>? Run(OperatorUpdate update, CommandLine line, CancellationToken cancellationToken) => (line.IsCommand ? line.Name : "") switch
    {
        "close" => close.RunAsync(update, line.Argument, cancellationToken),
        "closeall" => closeAll.RunAsync(cancellationToken),
        "approve" => answers.RunAsync(update, OwnerWord.Approve, line.Argument, cancellationToken),
        "reject" => answers.RunAsync(update, OwnerWord.Reject, line.Argument, cancellationToken),
        "snooze" => answers.RunAsync(update, OwnerWord.Snooze, line.Argument, cancellationToken),
        "plan" => plan.RunAsync(update, line.Argument, cancellationToken),
        "manage" or "watch" or "ignore" => manage.RunAsync(update, Managing.Of(line.Name)!.Value, line.Name, line.Argument, cancellationToken),
        "mode" => switches.ModeAsync(update, line.Argument, cancellationToken),
        "emergency" => switches.EmergencyAsync(cancellationToken),
        "reduce" => switches.ReduceAsync(update, cancellationToken),
        "halt" => switches.HaltAsync(cancellationToken),
        "resume" => switches.ResumeAsync(cancellationToken),
        "note" => note.RunAsync(update, line.Argument, cancellationToken),
        "settings" => settings.RunAsync(update, line.Argument, cancellationToken),
        _ => null,
    };
}
