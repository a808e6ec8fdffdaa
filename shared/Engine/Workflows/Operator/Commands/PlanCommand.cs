using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Plans.Presets;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/plan</c>: shows the merged plan with the source of each value, and changes it without a restart.</summary>
public sealed class PlanCommand(DeskLedger documents, ExitPlanBook book, PlanChanges changes)
{
    private const int Most = 3;

    private static readonly string[] Verbs = ["set", "reset", "preset", "undo"];

    public async Task<CommandResult> RunAsync(OperatorUpdate update, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stored = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var open = stored.Select(static position => position.Value).Where(static position => position.Status.IsLive()).ToList();
        var answer = words switch
        {
            [] => await OverviewAsync(cancellationToken).ConfigureAwait(false),
            ["set", .. var rest] => await SetAsync(update, rest, open, cancellationToken).ConfigureAwait(false),
            ["reset", .. var rest] => await ResetAsync(update, rest, open, cancellationToken).ConfigureAwait(false),
            ["preset", .. var rest] => await PresetAsync(update, rest, open, cancellationToken).ConfigureAwait(false),
            ["undo"] => await ApplyAsync(update, open, Undo, cancellationToken).ConfigureAwait(false),
            [var name] => Show(name, stored),
            [var name, var rule, var value] when Meant(name, stored) is { } target => await SetAsync(update, [target, rule, value], open, cancellationToken).ConfigureAwait(false),
            _ => $"I do not know /plan {Html.Escape(words[0])}{(Nearest.To(words[0], Verbs) is { } meant ? $"; did you mean {meant}?" : "")}\n{PlanText.Usage}",
        };
        return answer is null ? CommandResult.Told("the plan is changed") : new CommandResult(answer);
    }

    // An underlying stands for all on it; any other name for the one position that it names. Null if it names none, or several.
    private static string? Meant(string name, IReadOnlyList<Stored<Position>> stored)
    {
        var found = Verbs.Contains(name) ? [] : PositionSearch.Find(stored, name);
        return found.Count == 0 ? null
            : found[0].Value.Underlying.Equals(name, StringComparison.OrdinalIgnoreCase) ? found[0].Value.Underlying
            : found.Count == 1 ? found[0].Value.Id : null;
    }

    private async Task<string> OverviewAsync(CancellationToken cancellationToken)
    {
        var overrides = await documents.FindAsync<PlanOverrides>(LedgerKeys.PlanOverrides, cancellationToken).ConfigureAwait(false);
        return PlanText.Overview(book, overrides?.Value);
    }

    private string Show(string name, IReadOnlyList<Stored<Position>> stored)
    {
        var found = PositionSearch.Find(stored, name);
        if (found.Count == 0)
        {
            return $"No open position matches {Html.Escape(name)}. /status lists them.\n{PlanText.Usage}";
        }

        var texts = found.Take(Most).Select(position => PlanText.Of(position.Value, PlanSubjects.Of(position.Value).Kind, book.MergedFor(position.Value)));
        return string.Join("\n\n", texts) + (found.Count > Most ? $"\n\n… and {found.Count - Most} more: name one by its symbol." : "");
    }

    private Task<string?> SetAsync(OperatorUpdate update, string[] words, IReadOnlyList<Position> open, CancellationToken cancellationToken)
    {
        if (PlanTarget.Read(words, [.. open.Select(static position => position.Id)], out var used, out var problem) is not { } target)
        {
            return Answer($"Not changed: {problem}.");
        }

        return words.Length != used + 2
            ? Answer($"Not changed: write a path and a value, for instance /plan set {target.Title} stopLoss.debitLoss 0.3")
            : ChangeAsync(update, open, target, words[used], overrides => PlanEdit.Set(overrides.Current.Json, target.JsonPath, words[used], words[used + 1]), cancellationToken);
    }

    private Task<string?> ResetAsync(OperatorUpdate update, string[] words, IReadOnlyList<Position> open, CancellationToken cancellationToken)
    {
        if (words is ["all"])
        {
            return ApplyAsync(update, open, static overrides => overrides.Current.Json == PlanVersion.Empty.Json
                ? PlanChange.Refused("you have changed nothing")
                : new PlanChange("all of your changes taken away", PlanVersion.Empty.Json, null), cancellationToken);
        }

        // A position that is gone may still have a section.
        var ids = open.Select(static position => position.Id).Concat(book.Documents.SelectMany(static document => document.Sections.Keys)
            .Where(static place => place.Scope == PlanScope.Position).Select(static place => place.Key)).ToList();
        if (PlanTarget.Read(words, ids, out var used, out var problem) is not { } target)
        {
            return Answer($"Not changed: {problem}.");
        }

        var path = words.Length > used ? words[used] : null;
        return ChangeAsync(update, open, target, path, overrides => PlanEdit.Remove(overrides.Current.Json, target.JsonPath, path), cancellationToken);
    }

    private Task<string?> PresetAsync(OperatorUpdate update, string[] words, IReadOnlyList<Position> open, CancellationToken cancellationToken)
    {
        if (words is not [var name])
        {
            return Answer(PlanText.Presets);
        }

        return ExitPresets.Names.Contains(name)
            ? ApplyAsync(update, open, overrides => new PlanChange(
                $"preset {PresetNow()} → {name}", PlanEdit.Set(overrides.Current.Json, [], "preset", name), null), cancellationToken)
            : Answer($"Not changed: {Html.Escape(name)} is no preset; {Html.Escape(Nearest.Hint(name, ExitPresets.Names))}.");
    }

    private string PresetNow() => book.Documents
        .Select(static document => document.Sections.GetValueOrDefault(PlanPlace.Defaults)?.Preset)
        .LastOrDefault(static preset => preset is not null) ?? ExitPresets.None;

    private Task<string?> ChangeAsync(
        OperatorUpdate update, IReadOnlyList<Position> open, PlanTarget target, string? path, Func<PlanOverrides, string?> edit, CancellationToken cancellationToken) =>
        ApplyAsync(
            update,
            open,
            overrides =>
            {
                if (edit(overrides) is not { } json)
                {
                    return PlanChange.Refused($"you have changed nothing at {target.Title}{(path is null ? "" : $" {path}")}");
                }

                var next = changes.With(json, out _);
                return new PlanChange(PlanDifference.Of(target, path, book.Documents, next ?? book.Documents, open), json, null);
            },
            cancellationToken);

    private static PlanChange Undo(PlanOverrides overrides) => overrides.Earlier is [.., var last]
        ? new PlanChange($"undone: {overrides.Current.What}", last.Json, null) { IsUndo = true }
        : PlanChange.Refused("there is nothing to undo");

    private async Task<string?> ApplyAsync(
        OperatorUpdate update, IReadOnlyList<Position> open, Func<PlanOverrides, PlanChange> change, CancellationToken cancellationToken) =>
        await changes.ApplyAsync(update, open, change, cancellationToken).ConfigureAwait(false) is { } refusal
            ? $"Not changed: {Html.Escape(refusal)}"
            : null;

    private static Task<string?> Answer(string text) => Task.FromResult<string?>(text);
}
