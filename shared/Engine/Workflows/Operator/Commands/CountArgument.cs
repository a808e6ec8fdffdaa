using System.Globalization;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>The number that may follow a command.</summary>
internal static class CountArgument
{
    /// <summary>Reads it.</summary>
    /// <param name="argument">What was typed; empty for the usual number.</param>
    /// <param name="usual">If nothing was typed.</param>
    /// <param name="most">The greatest.</param>
    /// <returns>Null if it is no whole number from 1 to the greatest.</returns>
    public static int? Read(string argument, int usual, int most) => argument.Length == 0 ? usual
        : int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : null;
}
