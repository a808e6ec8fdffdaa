namespace ExitDesk.Simulator.Scenarios;

/// <summary>Exit plans without stop and target: an option's last day would trip them long before the expiry ladder is of interest.</summary>
internal static class LadderAlone
{
    public static string Plan(params string[] symbols) =>
        $$"""
        {
          "symbols": {
        {{string.Join(",\n", symbols.Select(symbol => $$"""    "{{symbol}}": { "stopLoss": { "enabled": false }, "takeProfit": { "enabled": false } }"""))}}
          }
        }
        """;
}
