using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/approve</c>, <c>/reject</c>, <c>/snooze</c>: answers an open card in words, for when its press was lost.</summary>
public sealed class AnswerCommand(IEnumerable<QuestionSource> sources, DeskCommits commits)
{
    private const int Most = 10;

    /// <summary>Answers the card that is meant, or says which there are.</summary>
    /// <param name="update">Who answers.</param>
    /// <param name="word">What is said.</param>
    /// <param name="argument">A card's number, a position's id, a symbol; for a snooze with how long.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CommandResult> RunAsync(OperatorUpdate update, OwnerWord word, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var open = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (words.Length == 0)
        {
            return await ListAsync(word, open, cancellationToken).ConfigureAwait(false);
        }

        var span = word == OwnerWord.Snooze && words.Length > 1 ? SpanText.Parse(string.Concat(words.Skip(1))) : null;
        if (words.Length > 1 && span is null)
        {
            return new CommandResult(word == OwnerWord.Snooze
                ? $"{Html.Escape(string.Join(' ', words.Skip(1)))} is no time: write 30m or 2h, from a minute to a day, as in /snooze {Html.Escape(words[0])} 30m"
                : $"One at a time: /{Name(word)} {Html.Escape(words[0])}");
        }

        var found = open.Where(question => question.IsMeantBy(words[0])).ToList();
        return found switch
        {
            [] => new CommandResult($"No open question matches {Html.Escape(words[0])}.\n{Listed(word, open)}"),
            [var one] => new CommandResult(Html.Escape(await one.AnswerAsync(new OwnerAnswer(word, span), update, cancellationToken).ConfigureAwait(false)) + $"\n({Html.Escape(one.Asked)})")
            {
                Subject = one.Subject,
            },
            _ => new CommandResult($"{found.Count} open questions match {Html.Escape(words[0])}; name one by its number:\n{Listed(word, found)}"),
        };
    }

    private async Task<IReadOnlyList<OpenQuestion>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<OpenQuestion>();
        foreach (var source in sources)
        {
            open.AddRange(await source.OpenAsync(cancellationToken).ConfigureAwait(false));
        }

        return open;
    }

    // A press may have been lost with its card far above: alone, the command brings the cards down again.
    private async Task<CommandResult> ListAsync(OwnerWord word, IReadOnlyList<OpenQuestion> open, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch();
        foreach (var entry in open.Take(Most).Select(static question => question.Again).OfType<Outbox.OutboxEntry>())
        {
            batch.Post(entry);
        }

        if (word == OwnerWord.Approve && batch.Posted.Count > 0)
        {
            await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        return new CommandResult(Listed(word, open));
    }

    private static string Listed(OwnerWord word, IReadOnlyList<OpenQuestion> open) => open.Count == 0
        ? "No question is open."
        : string.Join('\n', open.Take(Most).Select(question => $"#{CardNumber.Of(question.Token)} {question.Title}"))
            + (open.Count > Most ? $"\n… and {open.Count - Most} more" : "")
            + $"\nFor instance: /{Name(word)} {CardNumber.Of(open[0].Token)}{(word == OwnerWord.Snooze ? " 30m" : "")}";

    private static string Name(OwnerWord word) => word switch
    {
        OwnerWord.Approve => "approve",
        OwnerWord.Reject => "reject",
        OwnerWord.Snooze => "snooze",
    };
}
