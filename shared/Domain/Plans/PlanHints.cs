using System.Globalization;

namespace ExitDesk.Domain.Plans;

/// <summary>What was probably meant by what a plan does not know.</summary>
internal static class PlanHints
{
    /// <summary>For a value that its shape refused; empty if there is nothing to guess.</summary>
    public static string For(PlanShape shape, string? text)
    {
        if (shape is NumberShape { IsFraction: true } number
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            && percent > number.Maximum && percent <= 100)
        {
            return string.Create(CultureInfo.InvariantCulture, $"; for {percent} % write {percent / 100:0.####}");
        }

        return shape is ChoiceShape choice && text is not null && Nearest.To(text, choice.Choices.Select(static known => known.Word)) is { } nearest
            ? $"; did you mean {nearest}?"
            : "";
    }

    /// <summary>For a name that is not known where it stands.</summary>
    public static string ForName<T>(string name, string group, IReadOnlyList<PlanField<T>> fields, IReadOnlyList<string> others)
    {
        if ((group, name) == ("exerciseRisk", "urgency"))
        {
            return "the expiry ladder's urgency is given by the rung that fires";
        }

        var elsewhere = fields.Where(field => field.Name == name && field.Group.Length > 0).Select(static field => field.Path).ToList();
        if (group.Length == 0 && elsewhere.Count is > 0 and <= 3)
        {
            return $"it belongs into a rule: {string.Join(" or ", elsewhere)}";
        }

        var known = group.Length > 0
            ? fields.Where(field => field.Group == group).Select(static field => field.Name)
            : fields.Select(static field => field.Group.Length > 0 ? field.Group : field.Name).Distinct().Concat(others);
        return Nearest.Hint(name, [.. known]);
    }
}
