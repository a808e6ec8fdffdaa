namespace ExitDesk.Engine.Ports.Desk;

/// <param name="Label">What the owner reads.</param>
/// <param name="Data">What comes back when pressed: <c>verb:token</c>, at most 64 bytes.</param>
public sealed record CardButton(string Label, string Data);
