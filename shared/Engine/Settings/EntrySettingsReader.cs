using System.Globalization;
using ExitDesk.Domain.Entries;

namespace ExitDesk.Engine.Settings;

/// <summary>Reads what entries may do. Whatever is left out stands on its cautious default.</summary>
internal sealed class EntrySettingsReader(SettingsReader reader)
{
    private const string Nothing = "none";

    private static readonly EntrySettings Default = EntrySettings.Default;

    public EntrySettings Read() => Checked(Default with
    {
        AllowedActions = Actions("ENTRY_ALLOWED_ACTIONS"),
        Approvals = Approvals("ENTRY_APPROVALS"),
        ApprovalPatience = TimeSpan.FromMinutes(Whole("ENTRY_APPROVAL_MINUTES", (int)Default.ApprovalPatience.TotalMinutes, 1, 1440)),
        LastEntry = Time("ENTRY_LAST_TIME", Default.LastEntry),
        LastEntryBeforeClose = TimeSpan.FromMinutes(Whole("ENTRY_LAST_BEFORE_CLOSE_MINUTES", (int)Default.LastEntryBeforeClose.TotalMinutes, 1, 390)),
        FirstEntryAfterOpen = TimeSpan.FromMinutes(Whole("ENTRY_FIRST_AFTER_OPEN_MINUTES", (int)Default.FirstEntryAfterOpen.TotalMinutes, 1, 390)),
        MaximumContracts = Whole("ENTRY_MAX_CONTRACTS", Default.MaximumContracts, 1, 1000),
        MaximumShares = Whole("ENTRY_MAX_SHARES", Default.MaximumShares, 1, 1_000_000),
        MaximumOpenPositions = Whole("ENTRY_MAX_OPEN_POSITIONS", Default.MaximumOpenPositions, 0, 1000),
        MaximumPerSymbol = Whole("ENTRY_MAX_PER_SYMBOL", Default.MaximumPerSymbol, 0, 1000),
        MaximumPerStrategy = Whole("ENTRY_MAX_PER_STRATEGY", Default.MaximumPerStrategy, 0, 1000),
        MaximumPerDay = Whole("ENTRY_MAX_PER_DAY", Default.MaximumPerDay, 0, 1000),
        MaximumPending = Whole("ENTRY_MAX_PENDING", Default.MaximumPending, 1, 1000),
        MaximumRiskPerTrade = Limit("ENTRY_MAX_RISK_PER_TRADE", Default.MaximumRiskPerTrade),
        MaximumRiskPerDay = Limit("ENTRY_MAX_RISK_PER_DAY", Default.MaximumRiskPerDay),
        MinimumDaysToExpiration = Whole("ENTRY_MIN_DAYS", Default.MinimumDaysToExpiration, 0, 1000),
        MaximumDaysToExpiration = Whole("ENTRY_MAX_DAYS", Default.MaximumDaysToExpiration, 0, 1000),
        MaximumSpread = Number("ENTRY_MAX_SPREAD", Default.MaximumSpread, 0, 100),
        MaximumSpreadShareOfMid = Number("ENTRY_MAX_SPREAD_FRACTION", Default.MaximumSpreadShareOfMid, 0.001m, 1),
        MaximumSlippage = Number("ENTRY_MAX_SLIPPAGE", Default.MaximumSlippage, 0, 100),
        CooldownLosses = Whole("ENTRY_COOLDOWN_LOSSES", Default.CooldownLosses, 0, 100),
        Cooldown = TimeSpan.FromHours(Whole("ENTRY_COOLDOWN_HOURS", (int)Default.Cooldown.TotalHours, 1, 168)),
        AllowsShortStock = reader.Choice("ENTRY_SHORT_STOCK", "no", "no", "yes") == "yes",
    });

    private EntrySettings Checked(EntrySettings settings)
    {
        if (settings.MaximumDaysToExpiration < settings.MinimumDaysToExpiration)
        {
            reader.Complain("ENTRY_MAX_DAYS", $"{settings.MaximumDaysToExpiration} is less than ENTRY_MIN_DAYS, {settings.MinimumDaysToExpiration}: nothing would fit");
        }

        return settings;
    }

    private IReadOnlyList<EntryAction> Actions(string name)
    {
        if (reader.Find(name) is not { } text)
        {
            return Default.AllowedActions;
        }

        var actions = text == Nothing ? [] : Parts(text).Select(word => Action(name, word)).OfType<EntryAction>().Distinct().ToList();
        return actions;
    }

    private Dictionary<EntryAction, EntryApproval> Approvals(string name)
    {
        var approvals = new Dictionary<EntryAction, EntryApproval>();
        foreach (var part in Parts(reader.Find(name) ?? ""))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length < 2 || Approval(pair[1]) is not { } approval)
            {
                reader.Complain(name, $"\"{part}\" is no approval; write {EntryAction.BuyCall.Word()}=act, =ask or =askThenLapse, separated by commas");
            }
            else if (Action(name, pair[0]) is { } action && !approvals.TryAdd(action, approval))
            {
                reader.Complain(name, $"{pair[0]} stands there twice; keep one");
            }
        }

        return approvals;
    }

    private EntryAction? Action(string name, string word)
    {
        if (EntryActions.Of(word) is { } action)
        {
            return action;
        }

        reader.Complain(name, $"\"{word}\" is no action; known are {string.Join(", ", EntryActions.All.Select(known => known.Word()))}, or {Nothing}");
        return null;
    }

    private static EntryApproval? Approval(string word) => word switch
    {
        "act" => EntryApproval.Act,
        "ask" => EntryApproval.Ask,
        "askThenLapse" => EntryApproval.AskThenLapse,
        _ => null,
    };

    private TimeOnly Time(string name, TimeOnly fallback)
    {
        if (reader.Find(name) is not { } text)
        {
            return fallback;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        reader.Complain(name, $"\"{text}\" is no New York time; write it like {fallback.ToString("HH:mm", CultureInfo.InvariantCulture)}");
        return fallback;
    }

    private decimal? Limit(string name, decimal? fallback) => reader.Find(name) == Nothing ? null : Number(name, fallback ?? 0, 1, 100_000_000);

    private int Whole(string name, int fallback, int least, int most)
    {
        var number = Number(name, fallback, least, most);
        if (number == decimal.Truncate(number))
        {
            return (int)number;
        }

        reader.Complain(name, $"{number.ToString(CultureInfo.InvariantCulture)} is no whole number");
        return fallback;
    }

    private decimal Number(string name, decimal fallback, decimal least, decimal most)
    {
        if (reader.Find(name) is not { } text)
        {
            return fallback;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        reader.Complain(name, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is no number from {least} to {most}; leave it out for {fallback}"));
        return fallback;
    }

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
