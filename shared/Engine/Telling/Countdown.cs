namespace ExitDesk.Engine.Telling;

/// <summary>Spans as people say them, in two units.</summary>
internal static class Countdown
{
    /// <summary>For instance <c>3 d 2 h</c>, <c>2 h 5 min</c>, <c>4 min</c>, <c>45 s</c>; nothing negative.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => $"{(int)span.TotalDays} d {span.Hours} h",
        { TotalHours: >= 1 } => $"{span.Hours} h {span.Minutes} min",
        { TotalMinutes: >= 1 } => $"{span.Minutes} min",
        _ => $"{Math.Max((int)span.TotalSeconds, 0)} s",
    };
}
