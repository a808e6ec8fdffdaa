using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Telegram;
using ExitDesk.TestKit.Scenarios;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>Holds a played day on which contracts expire against the ladder's own description.</summary>
internal sealed class LadderWatch(PlayedDay day, DayReport report)
{
    /// <summary>It left by the ladder: at its rung's very look, all of it, before the last safe exit, which is before the broker's cut-off.</summary>
    /// <param name="legs">OCC symbols with blanks between them.</param>
    /// <param name="deadline">The last safe exit, New York time.</param>
    /// <param name="rung">At which it leaves.</param>
    public void Leaves(string legs, TimeOnly deadline, string rung)
    {
        var position = Of(legs);
        var oracle = Pressing(legs);
        day.CheckEqual(deadline, NewYork.TimeOf(oracle.Deadline), $"{legs}: last safe exit");
        day.CheckEqual(rung, oracle.Rung, $"{legs}: rung");
        day.CheckEqual("Closed", position.End.Status, $"{legs}: status");
        day.CheckEqual(1, position.Triggers.Count, $"{legs}: triggers");
        day.CheckEqual("ExerciseRisk", position.Triggers[0].Reason, $"{legs}: reason");
        day.CheckEqual(oracle.DueAt, position.Triggers[0].At, $"{legs}: when it was decided");
        day.Check(position.End.At <= oracle.Deadline, $"{legs} ended at {position.End.At:u}, before {oracle.Deadline:u}");
        foreach (var symbol in legs.Split(' ').Where(symbol => new LadderOracle(day.Rig.Scenario.Market, symbol).DueAt is not null))
        {
            var fills = BrokerBooks.Closing(day, symbol);
            day.Check(fills.All(fill => fill.At <= oracle.Deadline && fill.At < oracle.CutOff), $"{symbol}: every fill before {oracle.Deadline:u}");
            day.CheckEqual(Math.Abs(position.Quantity), fills.Sum(fill => fill.Quantity), $"{symbol}: contracts closed");
        }
    }

    /// <summary>Nothing wanted it closed, and nobody was asked: it expired.</summary>
    public void IsLeft(string symbol, string title)
    {
        var position = Of(symbol);
        day.CheckEqual("left", new LadderOracle(day.Rig.Scenario.Market, symbol).Rung, $"{symbol}: rung");
        day.CheckEqual("Expired", position.End.Status, $"{symbol}: status");
        day.CheckEqual(0, position.Triggers.Count + position.Orders.Count, $"{symbol}: triggers and orders");
        day.CheckEqual(-Math.Abs(position.Quantity) * position.Entry * 100, position.End.RealizedPnl, $"{symbol}: all of its premium is lost");
        day.CheckEqual(0, Cards(title).Count, $"{title}: cards");
    }

    /// <summary>There was one card, half an hour before the last safe exit.</summary>
    public void AsksOnce(string legs, string title)
    {
        day.Check(legs.Split(' ').Any(symbol => new LadderOracle(day.Rig.Scenario.Market, symbol).AsksAtT30), $"{legs}: near enough at T-30 to be asked about");
        var cards = Cards(title);
        day.CheckEqual(1, cards.Count, $"{title}: cards");
        day.CheckEqual(Pressing(legs).Deadline.AddMinutes(-30), cards[0].At, $"{title}: when it was asked about");
        day.CheckEqual(0, cards[0].Buttons.Count, $"{title}: buttons left");
    }

    /// <summary>What the chat says of a kind about a position, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Said(string kind, string title) =>
        [.. day.Rig.Telegram.Chat.Messages.Where(message => message.Text.Contains($"{kind} · {title}", StringComparison.Ordinal))];

    public PositionReport Of(string legs) => report.Positions.Single(position => position.Symbol == legs);

    private IReadOnlyList<ChatMessage> Cards(string title) => Said("Expires today", title);

    // The leg that has to leave first.
    private LadderOracle Pressing(string legs) => legs.Split(' ')
        .Select(symbol => new LadderOracle(day.Rig.Scenario.Market, symbol))
        .MinBy(oracle => oracle.DueAt ?? DateTimeOffset.MaxValue)!;
}
