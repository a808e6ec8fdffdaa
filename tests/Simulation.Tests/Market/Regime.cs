namespace ExitDesk.Simulation.Tests.Market;

/// <summary>What the stocks of a day do.</summary>
internal enum Regime
{
    Calm,
    Crash,
    Rally,

    /// <summary>The day opens far from where positions were entered.</summary>
    Gap,

    /// <summary>Down and up again within minutes.</summary>
    Whipsaw,
}
