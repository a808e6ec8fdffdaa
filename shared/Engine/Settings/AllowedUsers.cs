using System.Globalization;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Settings;

/// <summary>The allow-list of users with their roles, for instance <c>1234567, 7654321:viewer</c>.</summary>
internal static class AllowedUsers
{
    private const string Name = "TELEGRAM_ALLOWED_USERS";
    private const string Whom = "list the Telegram user ids that may command the desk, separated by commas; ID:viewer for one who may only look";

    /// <summary>Reads the setting. Whoever has no role is an owner; at least one must be.</summary>
    public static IReadOnlyDictionary<long, OperatorRole> Read(SettingsReader reader)
    {
        var users = new Dictionary<long, OperatorRole>();
        var text = reader.Text(Name, Whom);
        var isClean = true;
        foreach (var entry in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ProblemOf(entry, users) is { } problem)
            {
                reader.Complain(Name, $"\"{entry}\" {problem}; {Whom}");
                isClean = false;
            }
        }

        if (text.Length > 0 && isClean && !users.ContainsValue(OperatorRole.Owner))
        {
            reader.Complain(Name, $"\"{text}\" names no owner, so nobody could act; {Whom}");
        }

        return users;
    }

    private static string? ProblemOf(string entry, Dictionary<long, OperatorRole> users)
    {
        var parts = entry.Split(':', 2, StringSplitOptions.TrimEntries);
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var user) || user == 0)
        {
            return "is not a user id";
        }

        var role = parts.Length == 1 ? OperatorRole.Owner
            : parts[1].Equals("owner", StringComparison.OrdinalIgnoreCase) ? OperatorRole.Owner
            : parts[1].Equals("viewer", StringComparison.OrdinalIgnoreCase) ? OperatorRole.Viewer
            : (OperatorRole?)null;
        return role is not { } known ? "has a role that is neither owner nor viewer"
            : !users.TryAdd(user, known) ? "stands there twice"
            : null;
    }
}
