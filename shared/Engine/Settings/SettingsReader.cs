using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ExitDesk.Engine.Settings;

/// <summary>Reads settings one by one and collects every problem with what to do about it. Values of secrets are never shown.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Complain(string name, string problem) => _problems.Add($"{name}: {problem}");

    /// <summary>A setting; empty counts as missing.</summary>
    public string? Find(string name)
    {
        var value = configuration[name];
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    public string Text(string name, string whatToDo)
    {
        if (Find(name) is { } value)
        {
            return value;
        }

        Complain(name, $"is missing; {whatToDo}");
        return "";
    }

    public Uri Address(string name, string fallback) => FindAddress(name, fallback) ?? new Uri(fallback);

    /// <summary>An address; null if it is missing or none.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="fallback">What holds where it is left out, in words.</param>
    public Uri? FindAddress(string name, string fallback)
    {
        if (Find(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        Complain(name, $"\"{text}\" is no http or https address; leave it out for {fallback}");
        return null;
    }

    public long Number(string name, string whatToDo)
    {
        var text = Text(name, whatToDo);
        if (text.Length > 0 && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            Complain(name, $"\"{text}\" is not a whole number; {whatToDo}");
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    public string Choice(string name, string fallback, params string[] choices)
    {
        var text = Find(name) ?? fallback;
        var chosen = choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (chosen is null)
        {
            Complain(name, $"\"{text}\" is not one of {string.Join(", ", choices)}; leave it out for {fallback}");
        }

        return chosen ?? fallback;
    }
}
