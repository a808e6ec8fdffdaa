using ExitDesk.Simulator.Report;

namespace ExitDesk.Simulator.CommandLine;

public static class ExitCodes
{
    /// <summary>Every trigger reached an end and no invariant broke.</summary>
    public const int Good = 0;

    /// <summary>A trigger without an end, a broken invariant, or the day could not be played to its end.</summary>
    public const int Bad = 1;

    /// <summary>The command line or a file named on it is wrong.</summary>
    public const int WrongUse = 2;

    /// <summary>What a day that was played ends with.</summary>
    /// <param name="report">Of what was played.</param>
    /// <param name="finished">Whether that was all of it.</param>
    public static int Of(DayReport report, bool finished) => finished && report.IsGood ? Good : Bad;
}
