namespace ExitDesk.Engine.Ports.Broker;

/// <summary>How many calls may still be made, as far as this process can tell.</summary>
/// <param name="Left">What the broker said, less what was sent since; 0 or less if there are none.</param>
/// <param name="MoreIn">Until there are more; zero or above.</param>
public readonly record struct CallBudget(int Left, TimeSpan MoreIn);
