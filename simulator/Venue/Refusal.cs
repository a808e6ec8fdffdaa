namespace ExitDesk.Simulator.Venue;

/// <summary>A request that the broker does not accept.</summary>
/// <param name="HttpStatus">HTTP status of the answer.</param>
/// <param name="Code">Alpaca's numeric error code; stable, unlike the text.</param>
/// <param name="Message">For a person to read.</param>
/// <param name="Held">Where the position's free quantity was the reason.</param>
/// <param name="Shortfall">Where the account's means were the reason.</param>
public sealed record Refusal(int HttpStatus, int Code, string Message, HeldQuantity? Held = null, Shortfall? Shortfall = null);
