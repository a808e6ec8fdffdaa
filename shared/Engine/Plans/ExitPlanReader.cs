using System.Text.Json;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.Plans;

/// <summary>Reads the parts of a plan and collects what is wrong with them, by path.</summary>
internal sealed class ExitPlanReader(string name, List<string> problems)
{
    public void Complain(string path, string problem) => problems.Add($"{name} {path}: {problem}");

    /// <summary>Checks for an object with known names only; no names means any.</summary>
    public bool IsObject(JsonElement element, string path, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Complain(path, $"an object is expected, not {element.ValueKind.ToString().ToLowerInvariant()}");
            return false;
        }

        foreach (var property in element.EnumerateObject().Where(property => names.Length > 0 && !names.Contains(property.Name)))
        {
            Complain($"{path}.{property.Name}", $"unknown name; known here: {string.Join(", ", names)}");
        }

        return true;
    }

    public ExitPlan ReadPlan(JsonElement element, string path, ExitPlan fallback)
    {
        if (!IsObject(element, path, "stopLoss", "takeProfit"))
        {
            return fallback;
        }

        return fallback with
        {
            StopLoss = element.TryGetProperty("stopLoss", out var stop) ? ReadStop(stop, $"{path}.stopLoss", fallback.StopLoss) : fallback.StopLoss,
            TakeProfit = element.TryGetProperty("takeProfit", out var profit)
                ? ReadProfit(profit, $"{path}.takeProfit", fallback.TakeProfit)
                : fallback.TakeProfit,
        };
    }

    private StopLossPlan ReadStop(JsonElement element, string path, StopLossPlan fallback) =>
        !IsObject(element, path, "enabled", "debitLoss", "creditMultiple", "maximumLossShare", "approval")
            ? fallback
            : fallback with
            {
                Enabled = ReadFlag(element, path, fallback.Enabled),
                DebitLoss = ReadNumber(element, path, "debitLoss", fallback.DebitLoss, 1),
                CreditMultiple = ReadNumber(element, path, "creditMultiple", fallback.CreditMultiple, 100),
                MaximumLossShare = ReadNumber(element, path, "maximumLossShare", fallback.MaximumLossShare, 1),
                Approval = ReadApproval(element, path, fallback.Approval),
            };

    private TakeProfitPlan ReadProfit(JsonElement element, string path, TakeProfitPlan fallback) =>
        !IsObject(element, path, "enabled", "target", "approval")
            ? fallback
            : fallback with
            {
                Enabled = ReadFlag(element, path, fallback.Enabled),
                Target = ReadNumber(element, path, "target", fallback.Target, 100),
                Approval = ReadApproval(element, path, fallback.Approval),
            };

    private bool ReadFlag(JsonElement element, string path, bool fallback)
    {
        if (!element.TryGetProperty("enabled", out var value))
        {
            return fallback;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Complain($"{path}.enabled", "true or false is expected");
        return fallback;
    }

    private decimal ReadNumber(JsonElement element, string path, string property, decimal fallback, decimal maximum)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return fallback;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number > 0 && number <= maximum)
        {
            return number;
        }

        Complain($"{path}.{property}", $"a number above 0 and at most {maximum} is expected, as a fraction (0.25 is 25 %)");
        return fallback;
    }

    private Approval ReadApproval(JsonElement element, string path, Approval fallback)
    {
        if (!element.TryGetProperty("approval", out var value))
        {
            return fallback;
        }

        switch (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        {
            case "act":
                return Approval.Act;
            case "ask":
                return Approval.Ask;
            default:
                Complain($"{path}.approval", "\"act\" or \"ask\" is expected");
                return fallback;
        }
    }
}
