namespace ExitDesk.Simulator.Http;

/// <summary>Passed by each call of the function app twice: before its effect, and after it while the answer has not left yet.</summary>
/// <remarks>Between two passings lies at most one effect: who strikes there has struck everywhere that matters.</remarks>
public sealed class Wiretap
{
    /// <summary>Raised on the thread of the call, which waits for its end.</summary>
    public event Action? Passing;

    public void Pass() => Passing?.Invoke();
}
