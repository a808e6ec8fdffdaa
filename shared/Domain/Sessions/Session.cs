namespace ExitDesk.Domain.Sessions;

/// <summary>One exchange day.</summary>
/// <param name="Date">The day in New York.</param>
/// <param name="OpenAt">UTC.</param>
/// <param name="CloseAt">UTC; earlier on early closes.</param>
public sealed record Session(DateOnly Date, DateTimeOffset OpenAt, DateTimeOffset CloseAt);
