using System.Text.Json;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Finds what is wrong with a text as JSON, before anybody reads values of it.</summary>
internal static class JsonText
{
    /// <summary>What is wrong, in words; null if every name and text of it can be read.</summary>
    /// <param name="json">UTF-8. No comments, no trailing commas: programs write it.</param>
    public static string? Problem(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsWhole(ref reader))
                {
                    return "a text holds half of a surrogate pair (\\ud800 to \\udfff come in twos)";
                }
            }

            return null;
        }
        catch (JsonException problem)
        {
            return $"not valid JSON ({problem.Message})";
        }
    }

    // The reader has no other way to say it than by throwing.
    private static bool IsWhole(ref Utf8JsonReader reader)
    {
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
