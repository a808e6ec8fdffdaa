namespace ExitDesk.Simulator.Terminal;

/// <summary>Shows a day while it is played.</summary>
public interface IDayView : IDisposable
{
    /// <summary>Shows until the day is over.</summary>
    Task ShowAsync(Task day);
}
