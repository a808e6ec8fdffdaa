namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Why one tap does not close yet.</summary>
/// <param name="Text">What the owner is told, with what the next tap does.</param>
/// <param name="TakesOwnersWord">True if the next tap closes on the owner's word alone; false if it is bound to the new price.</param>
internal sealed record TapObjection(string Text, bool TakesOwnersWord);
