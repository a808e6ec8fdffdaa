using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Telegram;

namespace ExitDesk.Simulator.CommandLine;

/// <summary>What the command line asked for.</summary>
public sealed record RunOptions
{
    public string Scenario { get; init; } = Scenarios.FirstDay.Name;

    /// <summary>Sessions to play, 1 or more; of recorded quotes as many as follow in the folder.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Folder of recorded quotes; null for a made-up market.</summary>
    public string? Recorded { get; init; }

    /// <summary>Day to replay; only with <see cref="Recorded"/>.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Stock whose options are replayed; only with <see cref="Recorded"/>.</summary>
    public string? Underlying { get; init; }

    /// <summary>List of positions; null for the scenario's own, or none with <see cref="Recorded"/>.</summary>
    public string? Positions { get; init; }

    /// <summary>Simulated seconds a second; null for as fast as the function app keeps up.</summary>
    public double? Speed { get; init; } = 120;

    /// <summary>From one sweep to the next in market time: a divisor of 30.</summary>
    public int SweepSeconds { get; init; } = Schedule.Recommended;

    public int Seed { get; init; } = 1;

    public IReadOnlySet<Fault> Faults { get; init; } = new HashSet<Fault>();

    /// <summary>How often function apps are killed at random.</summary>
    public int Kills { get; init; }

    /// <summary><c>Monitor</c> or <c>Active</c>.</summary>
    public string Mode { get; init; } = "Active";

    public ApprovalHabit Approve { get; init; } = ApprovalHabit.Never;

    /// <summary>The bot reports to a group, in which a viewer looks on, in place of its owner's private chat.</summary>
    public bool Group { get; init; }

    /// <summary>The chat that the bot reports to.</summary>
    public long ChatId => Group ? DeskSettings.GroupId : DeskSettings.ChatId;

    /// <summary>Plain lines in place of the live table.</summary>
    public bool Headless { get; init; }

    /// <summary>Where to write the report; null for nowhere.</summary>
    public string? Report { get; init; }

    /// <summary>Function app processes on the one account.</summary>
    public int Instances { get; init; } = 1;
}
