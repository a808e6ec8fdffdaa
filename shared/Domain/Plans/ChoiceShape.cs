namespace ExitDesk.Domain.Plans;

/// <summary>One of a few words.</summary>
/// <param name="Choices">Each word with its value.</param>
public sealed record ChoiceShape(IReadOnlyList<(string Word, object Value)> Choices) : PlanShape
{
    public override PlanToken Token => PlanToken.Text;

    public override string Expected => $"one of {string.Join(", ", Choices.Select(static choice => choice.Word))}";

    /// <summary>The members of an enumeration, in camel case.</summary>
    public static ChoiceShape Of<T>()
        where T : struct, Enum => new([.. Enum.GetValues<T>().Select(static value => (Camel(value.ToString()), (object)value))]);

    public override bool TryRead(string text, out object? value)
    {
        value = Choices.FirstOrDefault(choice => choice.Word == text).Value;
        return value is not null;
    }

    protected override string Text(object value) => Choices.First(choice => choice.Value.Equals(value)).Word;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
