using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ExitDesk.Architecture.Tests.Style;

/// <summary>Public types say what they are, and decimals say their unit.</summary>
/// <param name="members">Documentation by member id, as the compiler writes it.</param>
internal sealed partial class DocumentationRules(IReadOnlyDictionary<string, XElement> members)
{
    public static DocumentationRules Of(Assembly assembly) => Read(File.ReadAllText(Path.ChangeExtension(assembly.Location, ".xml")));

    public static DocumentationRules Read(string xml) => new(
        XElement.Parse(xml).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value));

    public bool HasSummary(Type type) =>
        members.TryGetValue("T:" + IdOf(type), out var member) && !string.IsNullOrWhiteSpace(member.Element("summary")?.Value);

    /// <summary>Public decimals of a type that name no unit, neither in their own words nor in those of their type.</summary>
    public IEnumerable<string> DecimalsWithoutUnit(Type type)
    {
        const BindingFlags open = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var decimals = type.GetProperties(open).Where(property => IsDecimal(property.PropertyType)).Select(property => ("P:", property.Name))
            .Concat(type.GetFields(open).Where(field => IsDecimal(field.FieldType)).Select(field => ("F:", field.Name)));
        return decimals
            .Where(member => !Unit().IsMatch(TextOf(type, member.Item1, member.Name)))
            .Select(member => $"{type.FullName}.{member.Name}");
    }

    private string TextOf(Type type, string kind, string name)
    {
        var ofType = members.GetValueOrDefault("T:" + IdOf(type));
        var parameter = ofType?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name)?.Value;
        return $"{name} {members.GetValueOrDefault(kind + IdOf(type) + "." + name)?.Value} {parameter} {ofType?.Element("summary")?.Value} {ofType?.Element("remarks")?.Value}";
    }

    private static string IdOf(Type type) => type.FullName!.Replace('+', '.');

    private static bool IsDecimal(Type type) => type == typeof(decimal) || type == typeof(decimal?);

    [GeneratedRegex(@"USD|per share|fraction|share of|percent|multiple|contracts|shares|Quantity|same unit|cent\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();
}
