using System.Text.Json;
using ExitDesk.Domain.Plans;

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
                if (!WholeText.Is(ref reader))
                {
                    return WholeText.Problem;
                }
            }

            return null;
        }
        catch (JsonException problem)
        {
            return $"not valid JSON ({problem.Message})";
        }
    }
}
