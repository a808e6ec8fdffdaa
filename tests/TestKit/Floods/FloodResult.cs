namespace ExitDesk.TestKit.Floods;

/// <summary>What a flooded day came to.</summary>
/// <param name="Count">The messages.</param>
/// <param name="Positions">That were held.</param>
/// <param name="Closed">Of them, those that were closed, each by one closing.</param>
/// <param name="Orders">Of the desk that the broker took.</param>
/// <param name="Refused">Orders of the desk that the broker did not take.</param>
/// <param name="Problems">Double closes, and whatever else must not be, in words; empty is good.</param>
public sealed record FloodResult(FloodCount Count, int Positions, int Closed, int Orders, int Refused, IReadOnlyList<string> Problems)
{
    public static FloodResult None { get; } = new(FloodCount.None, 0, 0, 0, 0, []);

    public static FloodResult operator +(FloodResult one, FloodResult other) => new(
        one.Count + other.Count, one.Positions + other.Positions, one.Closed + other.Closed, one.Orders + other.Orders, one.Refused + other.Refused, [.. one.Problems, .. other.Problems]);
}
