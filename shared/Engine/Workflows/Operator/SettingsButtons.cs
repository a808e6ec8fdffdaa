using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Taps on the card of <c>/settings</c>. The card is edited with what they changed, and its buttons are bound to what it showed.</summary>
public sealed class SettingsButtons(DeskLedger documents, DeskCommits commits, NoticeChanges changes, MarketMoments moments, TimeProvider time)
{
    private const string Prefix = "set-";

    /// <summary>Whether a button is one of these.</summary>
    public static bool Knows(string verb) => verb.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Shows the card.</summary>
    /// <param name="token">Of its buttons, new.</param>
    /// <param name="update">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False if it is not written.</returns>
    public async Task<bool> ShowAsync(string token, OperatorUpdate update, CancellationToken cancellationToken)
    {
        var settings = await changes.ReadAsync(cancellationToken).ConfigureAwait(false);
        var batch = new LedgerBatch().Insert(LedgerKeys.View(token), new DeskView($"{Prefix}{settings.Version}", time.GetUtcNow()));
        return await commits.CommitAsync(Posted(batch, settings, token, $"reply:{update.UpdateId}"), cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Moves what was tapped one step on, unless the card showed something else than what is in force.</summary>
    /// <returns>The toast.</returns>
    public async Task<string> PressAsync(string verb, string token, OperatorUpdate update, CancellationToken cancellationToken)
    {
        var view = token.Length == 0 ? null : await documents.FindAsync<DeskView>(LedgerKeys.View(token), cancellationToken).ConfigureAwait(false);
        if (view is null || !Knows(view.Value.Argument) || NoticeSubject.Find(verb[Prefix.Length..]) is not { } subject)
        {
            return "This button is not known any more. /settings shows what is in force.";
        }

        var before = await changes.ReadAsync(cancellationToken).ConfigureAwait(false);
        var said = view.Value.Argument == $"{Prefix}{before.Version}"
            ? await changes.ApplyAsync(subject, SettingsCard.Next(subject, subject.Of(before)), cancellationToken).ConfigureAwait(false)
            : "Somebody changed the settings meanwhile: the card shows them now. Please tap again.";
        var after = await changes.ReadAsync(cancellationToken).ConfigureAwait(false);
        var batch = new LedgerBatch().Replace(LedgerKeys.View(token), view.Value with { Argument = $"{Prefix}{after.Version}" }, view.Version);
        await commits.CommitAsync(Posted(batch, after, token, $"view:{token}:{update.UpdateId}"), cancellationToken).ConfigureAwait(false);
        return Telling.PlainText.Of(said);
    }

    private LedgerBatch Posted(LedgerBatch batch, NoticeSettings settings, string token, string eventId) =>
        batch.Post(new OutboxEntry(eventId, moments.Assumed?.Now ?? time.GetUtcNow())
        {
            Notice = new Notice(SettingsCard.Of(settings, token), $"{LedgerKeys.View(token)}:0") { Kind = NoticeKind.Answer },
        });
}
