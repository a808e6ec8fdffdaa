namespace ExitDesk.TestKit.Floods;

/// <summary>What a flood consisted of.</summary>
/// <param name="Messages">Different ones.</param>
/// <param name="Late">Messages of which every copy came late.</param>
/// <param name="Deliveries">Copies that were handled.</param>
/// <param name="Repeats">Copies of a message that had come before.</param>
/// <param name="Overtaken">Copies that came after one of a message that was sent later.</param>
public sealed record FloodCount(long Messages, long Late, long Deliveries, long Repeats, long Overtaken)
{
    public static FloodCount None { get; } = new(0, 0, 0, 0, 0);

    public static FloodCount operator +(FloodCount one, FloodCount other) => new(
        one.Messages + other.Messages, one.Late + other.Late, one.Deliveries + other.Deliveries, one.Repeats + other.Repeats, one.Overtaken + other.Overtaken);
}
