using System.Globalization;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Simulation.Tests.Scheduling;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>Tokens of buttons that the seed gives: nobody guesses here, and a day must be the same each time.</summary>
internal sealed class SeededTokens(Draw draw) : Tokens
{
    public override string Next() => string.Create(CultureInfo.InvariantCulture, $"{draw.Next():x16}{draw.Next():x16}");
}
