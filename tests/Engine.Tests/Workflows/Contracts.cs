using System.Globalization;

namespace ExitDesk.Engine.Tests.Workflows;

/// <summary>Symbols that workflow tests hold.</summary>
internal static class Contracts
{
    /// <summary>Entry 2.00 by convention: stops at a bid of 1.50, takes profit at 3.00.</summary>
    public const string Goog = "GOOG160115C00750000";

    public const string Aapl = "AAPL160115C00110000";

    /// <summary>One of many.</summary>
    public static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"SPY160115C{number:D8}");
}
