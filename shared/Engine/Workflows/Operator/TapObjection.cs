namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Why one tap does not close yet.</summary>
/// <param name="Why">What the tap ran into, in a sentence.</param>
/// <param name="Then">What the next tap does, in a sentence.</param>
/// <param name="TakesOwnersWord">True if the next tap closes on the owner's word alone; false if it is bound to the new price.</param>
internal sealed record TapObjection(string Why, string Then, bool TakesOwnersWord)
{
    /// <summary>What the owner is told.</summary>
    public string Text => $"{Why} {Then}";
}
