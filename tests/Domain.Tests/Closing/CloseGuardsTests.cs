using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class CloseGuardsTests
{
    private static readonly CloseStep Wait = new CloseStep.Wait(SampleSession.Later(1).Now, "first");
    private static readonly CloseStep End = new CloseStep.Settle(CloseEnd.Closed, "second");

    [Fact]
    public void WhenSeveralGuardsAnswer_TheFirstDecides() =>
        Assert.Equal(Wait, Next(new CloseGuards([Says(null), Says(Wait), Says(End)], [])));

    [Fact]
    public void WhenTheFirstGuardIsTakenOut_TheSecondDecides() =>
        Assert.Equal(End, Next(new CloseGuards([Says(null), Says(End)], [])));

    [Fact]
    public void WhenAStepEnds_TheGuardsOfTheEndAreAsked() =>
        Assert.Equal(Wait, Next(new CloseGuards([Says(End)], [new("end", (_, _, step) => step == End ? Wait : null)])));

    [Fact]
    public void WhenAStepGoesOn_TheGuardsOfTheEndAreNotAsked() =>
        Assert.Equal(Wait, Next(new CloseGuards([Says(Wait)], [new("end", (_, _, _) => End)])));

    [Fact]
    public void WhenNoGuardAnswers_ItThrows() =>
        Assert.Throws<InvalidOperationException>(() => Next(new CloseGuards([Says(null)], [])));

    [Fact]
    public void NamesInTheProtocolAreUnique() =>
        Assert.Distinct(CloseProtocol.Guards.InOrder.Select(guard => guard.Name).Concat(CloseProtocol.Guards.BeforeTheEnd.Select(guard => guard.Name)));

    private static CloseStep Next(CloseGuards guards) => guards.Next(NewClosing(), new CloseFacts(SampleSession.Later(0), true));

    private static CloseGuard Says(CloseStep? step) => new("says", (_, _) => step);
}
