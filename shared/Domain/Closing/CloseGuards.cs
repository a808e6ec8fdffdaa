namespace ExitDesk.Domain.Closing;

/// <summary>The order in which the questions of the closing protocol are asked: the first that answers decides.</summary>
/// <param name="InOrder">The last of them must always answer.</param>
/// <param name="BeforeTheEnd">Asked, in order, of a step that ends the closing.</param>
public sealed record CloseGuards(IReadOnlyList<CloseGuard> InOrder, IReadOnlyList<CloseEndGuard> BeforeTheEnd)
{
    /// <summary>Decides the next step.</summary>
    /// <param name="closing">As the ledger has it, with the look of <paramref name="facts"/> already worked in.</param>
    /// <param name="facts">Clock, permission and what was read.</param>
    public CloseStep Next(PositionClosing closing, CloseFacts facts)
    {
        var step = InOrder.Select(guard => guard.Ask(closing, facts)).FirstOrDefault(answer => answer is not null)
            ?? throw new InvalidOperationException($"The protocol has no step for closing {closing.Id}.");
        return step is CloseStep.Settle or CloseStep.GiveUp
            ? BeforeTheEnd.Select(guard => guard.Ask(closing, facts, step)).FirstOrDefault(answer => answer is not null) ?? step
            : step;
    }
}
