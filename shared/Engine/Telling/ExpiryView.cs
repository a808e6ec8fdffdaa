using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>All that a card about an expiring position says.</summary>
/// <param name="Position">Which.</param>
/// <param name="Assessment">What the ladder says of it.</param>
/// <param name="Deadline">Of the contract that decides.</param>
/// <param name="Holding">What is held of that contract, and what the account has for its exercise.</param>
/// <param name="Outlook">What the broker does with that contract.</param>
/// <param name="Alarm">How loud to say it.</param>
/// <param name="Quote">The position's net quote; null if there is none.</param>
/// <param name="Underlying">USD per share; null if unknown.</param>
/// <param name="Now">The broker's clock.</param>
/// <param name="Blocked">Why the desk may not close it by itself, in words; null if it may.</param>
/// <param name="HeldUntil">The owner holds the ladder back until then, UTC; null if not.</param>
/// <param name="Settings">When the rungs begin.</param>
public sealed record ExpiryView(
    Position Position,
    ExpiryAssessment Assessment,
    ExpiryDeadline Deadline,
    ExpiringHolding Holding,
    BrokerOutlook Outlook,
    ExpiryAlarm Alarm,
    Quote? Quote,
    decimal? Underlying,
    DateTimeOffset Now,
    string? Blocked,
    DateTimeOffset? HeldUntil,
    ExpirySettings Settings)
{
    public bool IsClosing => Position.Status == PositionStatus.Closing;

    /// <summary>True while its closing has a card of its own that says all.</summary>
    public bool IsLeftToClosing => IsClosing && Alarm < ExpiryAlarm.PastDeadline;

    /// <summary>When T-5 begins, UTC.</summary>
    public DateTimeOffset FastAt => Deadline.At - Settings.CloseFastFrom;

    /// <summary>When T-2 begins, UTC.</summary>
    public DateTimeOffset NowAt => Deadline.At - Settings.CloseNowFrom;

    /// <summary>True if a leg of it expires today that its owner may keep from being exercised.</summary>
    public bool CanRefrain => Position.Structure.ClosingLegs.Any(leg => leg.IsLong && leg.Contract?.Expiration == Assessment.Contract!.Expiration);

    /// <summary>What of all this is worth an edit of the card when it changes.</summary>
    public string Gist
    {
        get
        {
            var gist = $"{Assessment.Action}|{Assessment.Risk.Level}|{Assessment.Moneyness.State}|{Assessment.Moneyness.CountsAsInTheMoney}|{Outlook.Step}|{Blocked}|{HeldUntil is not null}|{IsClosing}";
            return Assessment.Action == ExpiryAction.NameEachCycle
                ? $"{gist}|{Figures.Percent(Assessment.Moneyness.Value)}|{Math.Ceiling(Assessment.UntilDeadline.TotalMinutes):0}"
                : gist;
        }
    }
}
