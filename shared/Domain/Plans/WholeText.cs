using System.Text.Json;

namespace ExitDesk.Domain.Plans;

/// <summary>Tells whether a text of JSON is one: half of a surrogate pair is valid JSON, and no text that anybody could read.</summary>
public static class WholeText
{
    /// <summary>What is wrong with one that is not whole, in words.</summary>
    public const string Problem = @"a text holds half of a surrogate pair (\ud800 to \udfff come in twos)";

    /// <summary>True for anything but a name or a text that holds half of a surrogate pair.</summary>
    public static bool Is(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return true;
        }

        // The reader has no other way to say it than by throwing.
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
