using System.Globalization;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>A moment with its offset from UTC: <c>2026-11-23T15:30:00Z</c>, <c>2026-11-23T10:30-05:00</c>. Read as UTC.</summary>
public sealed record InstantShape : PlanShape
{
    /// <summary>Date, time, offset; seconds and their fraction may be left out.</summary>
    public const string Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})$";

    private static readonly PatternShape _form = new(Pattern, "");

    public override PlanToken Token => PlanToken.Text;

    public override string Expected => "a moment with its offset, such as 2026-11-23T15:30:00Z or 2026-11-23T10:30:00-05:00,";

    public override bool TryRead(string text, out object? value)
    {
        value = _form.TryRead(text, out _)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;
        return value is not null;
    }

    protected override string Text(object value) =>
        ((DateTimeOffset)value).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
