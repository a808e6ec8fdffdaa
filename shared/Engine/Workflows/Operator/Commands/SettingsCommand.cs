using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/settings [kind|reason on|silent|off]</c>: which messages come, and with a sound.</summary>
public sealed class SettingsCommand(SettingsButtons buttons, NoticeChanges changes, Tokens tokens)
{
    private static readonly string[] Levels = ["on", "silent", "off"];

    public async Task<CommandResult> RunAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return await buttons.ShowAsync(tokens.Next(), update, cancellationToken).ConfigureAwait(false)
                ? CommandResult.Told("shown")
                : new CommandResult("The ledger did not answer. Please try again.");
        }

        if (NoticeSubject.Find(words[0]) is not { } subject)
        {
            return new CommandResult($"Not changed: {Html.Escape(words[0])} is no kind of message and no rule; {Html.Escape(NoticeSubject.Hint(words[0]))}");
        }

        return words.Length == 2 && Array.IndexOf(Levels, words[1].ToLowerInvariant()) is >= 0 and var index
            ? new CommandResult(await changes.ApplyAsync(subject, LevelOf(Levels[index]), cancellationToken).ConfigureAwait(false))
            : new CommandResult($"Not changed: write on, silent or off, for instance /settings {subject.Name} silent");
    }

    private static NoticeLevel LevelOf(string word) => word == "on" ? NoticeLevel.On : word == "silent" ? NoticeLevel.Silent : NoticeLevel.Off;
}
