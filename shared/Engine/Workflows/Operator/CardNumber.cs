namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>The short name of a card, which its owner may type: the beginning of its token. It opens nothing by itself.</summary>
public static class CardNumber
{
    /// <summary>Characters of a card's number; a shorter beginning of it will do where no other card begins so.</summary>
    public const int Length = 6;

    public static string Of(string token) => token.Length <= Length ? token : token[..Length];

    /// <summary>Whether a user who typed this may mean the card.</summary>
    /// <param name="token">Of the card.</param>
    /// <param name="typed">At least three characters of its number, with or without a leading #.</param>
    public static bool Matches(string token, string typed)
    {
        var text = typed.TrimStart('#');
        return text.Length >= 3 && token.StartsWith(text, StringComparison.OrdinalIgnoreCase);
    }
}
