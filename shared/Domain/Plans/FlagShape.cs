namespace ExitDesk.Domain.Plans;

/// <summary>True or false.</summary>
public sealed record FlagShape : PlanShape
{
    public override PlanToken Token => PlanToken.Flag;

    public override string Expected => "true or false";

    public override bool TryRead(string text, out object? value)
    {
        (var read, value) = bool.TryParse(text, out var flag) ? (true, flag) : (false, (object?)null);
        return read;
    }

    protected override string Text(object value) => (bool)value ? "true" : "false";
}
