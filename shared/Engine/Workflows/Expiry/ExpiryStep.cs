using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>One position in one cycle of the guardian.</summary>
/// <param name="View">What is to be said of it.</param>
/// <param name="Before">What was known of it today; null if nothing.</param>
/// <param name="Version">Of its row in the ledger; null if there is none.</param>
public sealed record ExpiryStep(ExpiryView View, ExpiryWatch? Before, string? Version)
{
    /// <summary>True if the assessment is worth an audit row.</summary>
    public bool IsNews => Before?.Last.IsSameAs(View.Assessment) != true;

    /// <summary>What is known of it now.</summary>
    public ExpiryWatch Watch =>
        Before is null ? new ExpiryWatch(View.Position.Id, View.Assessment.Contract!.Expiration, View.Assessment, View.Assessment)
        : IsNews ? Before.With(View.Assessment)
        : Before;
}
