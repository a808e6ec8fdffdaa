using System.Collections.Concurrent;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Entries.Simulation;

public sealed class EntryRunTests
{
    private const int Patience = 4_000;

    [Fact]
    public void WhateverTheBrokerDoes_NothingIsOpenedTwiceOrNakedAndEveryEntryEnds()
    {
        var ends = new ConcurrentDictionary<(EntryAction, EntryEnd), int>();
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new System.Random(seed);
            var broker = new EntryBroker(random, Start(random));
            var run = Run(random, broker, SampleRecommendations.All[random.Next(SampleRecommendations.All.Count)], SampleEntryFacts.Wide with
            {
                Approvals = EntryActions.All.ToDictionary(action => action, _ => (EntryApproval)random.Next(3)),
            });
            run.Ledger = () => [run.Entry];
            var complaint = Drive(random, broker, run);

            Assert.True(complaint is null, $"seed {seed}: {complaint}");
            ends.AddOrUpdate((run.Entry.Recommendation.Action, run.Entry.End!.Value), 1, static (_, count) => count + 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

        // A run that never gets anywhere proves nothing: each way to end was gone, and each action was opened.
        Assert.All(Enum.GetValues<EntryEnd>().Where(end => end != EntryEnd.Declined), end => Assert.Contains(ends.Keys, key => key.Item2 == end));
        Assert.All(EntryActions.All, action => Assert.Contains((action, EntryEnd.Filled), ends.Keys));
    }

    [Fact]
    public void WhenTwoEntriesHaveRoomForOne_NeverBothAreSent()
    {
        var sent = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new System.Random(seed);
            var broker = new EntryBroker(random, Start(random));
            var settings = SampleEntryFacts.Wide with { MaximumPerDay = 1 };
            var runs = new[] { SampleRecommendations.BuyCall with { Id = "a" }, SampleRecommendations.BuyPut with { Id = "b" } }
                .Select(recommendation => Run(random, broker, recommendation, settings)).ToArray();
            Array.ForEach(runs, run => run.Ledger = () => [.. runs.Select(other => other.Entry)]);
            var complaint = Drive(random, broker, runs);

            Assert.True(complaint is null, $"seed {seed}: {complaint}");
            Assert.True(runs.Count(run => run.Submissions > 0) <= 1, $"seed {seed}: both were sent\n{runs[0].Told}\n{runs[1].Told}");
            sent += runs.Count(run => run.Submissions > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

        Assert.True(sent > 1_000, $"only {sent} of 2,000 pairs sent one");
    }

    private static DateTimeOffset Start(System.Random random) => random.Next(3) switch
    {
        0 => SampleSession.OpenAt.AddMinutes(3),
        1 => SampleSession.Noon,
        _ => SampleSession.CloseAt.AddMinutes(-40),
    };

    private static EntryRun Run(System.Random random, EntryBroker broker, Recommendation recommendation, EntrySettings settings)
    {
        if (recommendation.Action == EntryAction.SellCall)
        {
            broker.Own(random.Next(1, 5) * 100);
        }

        return new EntryRun(random, broker, recommendation with { ExpiresAt = broker.Now.AddMinutes(random.Next(1, 30)) }, settings);
    }

    private static string? Drive(System.Random random, EntryBroker broker, params EntryRun[] runs)
    {
        for (var i = 0; i < Patience && Array.Exists(runs, run => run.Entry.End is null); i++)
        {
            var live = runs.Where(run => run.Entry.End is null).ToList();
            var due = live.Where(run => run.NextAt <= broker.Now).ToList();
            if (due.Count == 0)
            {
                broker.AdvanceTo(live.Min(run => run.NextAt));
                live.ForEach(run => run.Answer());
                continue;
            }

            var run = due[random.Next(due.Count)];
            if (run.Turn() is { } complaint)
            {
                return $"{complaint}: {run.Told}";
            }

            broker.AdvanceTo(broker.Now.AddSeconds(random.Next(3) == 0 ? 1 : 0));
        }

        return Array.Find(runs, run => run.Entry.End is null) is { } endless ? $"it never ends: {endless.Told}" : null;
    }
}
