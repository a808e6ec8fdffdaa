namespace ExitDesk.Domain.Exits;

/// <summary>The best or the worst that a position could have been closed at so far, on usable quotes alone. Kept over nights.</summary>
/// <param name="Value">Closing value, USD per share, debit positive, credit negative. Its return and P/L follow from the entry and
/// the units of now: <see cref="PositionSnapshot.ReturnAt"/>, <see cref="Structures.Structure.PnlAt"/>.</param>
/// <param name="At">When it was first seen, UTC.</param>
public sealed record WaterMark(decimal Value, DateTimeOffset At);
