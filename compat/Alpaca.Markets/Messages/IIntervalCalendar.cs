namespace Alpaca.Markets;

/// <summary>One trading day.</summary>
public interface IIntervalCalendar
{
    /// <summary>Regular hours; they end early on some days before a holiday.</summary>
    OpenClose Trading { get; }

    /// <summary>With the hours before and after.</summary>
    OpenClose Session { get; }
}
