using System.Globalization;

namespace ExitDesk.TestKit.Desk;

/// <summary>Recommendations that a <see cref="DeskHarness"/> may take on its first day, as JSON.</summary>
public static class Recommendations
{
    public const string Goog = "GOOG160115C00750000";

    /// <summary>A call for at most so much.</summary>
    /// <param name="id">Its sender's.</param>
    /// <param name="quantity">Contracts.</param>
    /// <param name="limit">USD per share.</param>
    /// <param name="expiresAt">With its offset.</param>
    /// <param name="contract">OCC symbol.</param>
    /// <param name="more">Further members, each after a comma.</param>
    public static string Call(
        string id = "rec-1", int quantity = 1, decimal limit = 1.50m, string expiresAt = "2015-12-22T20:00:00Z", string contract = Goog, string more = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{ "recommendationId": "{{id}}", "action": "BUY_CALL", "contract": "{{contract}}", "quantity": {{quantity}}, "limitPrice": {{limit}}, "expiresAt": "{{expiresAt}}"{{more}} }""");
}
