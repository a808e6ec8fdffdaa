using System.Reflection;
using System.Text.RegularExpressions;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Finds the functions of an application and whatever is wrong with them.</summary>
internal sealed partial class FunctionCatalog(AppSettings settings, TriggerReader triggers, StartupProblems problems)
{
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>All functions of the types that have no problem.</summary>
    public IReadOnlyList<FunctionEntry> Find(IEnumerable<Type> types)
    {
        var marked = types
            .SelectMany(type => type.GetMethods(Any))
            .Select(method => (Method: method, Mark: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(candidate => candidate.Mark is not null)
            .OrderBy(candidate => candidate.Mark!.Name, StringComparer.Ordinal)
            .ToList();
        var byName = marked.GroupBy(candidate => candidate.Mark!.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var twice in byName.Where(same => same.Count() > 1))
        {
            var places = string.Join(" and ", twice.Select(mark => $"{mark.Method.DeclaringType}.{mark.Method.Name}"));
            problems.Add($"Function {twice.Key}", $"{places} have the same name. Names must differ by more than case.");
        }

        var found = marked.Select(candidate => Read(candidate.Mark!.Name, candidate.Method)).OfType<FunctionEntry>().ToList();
        ReportSharedRoutes(found);
        return found;
    }

    private FunctionEntry? Read(string name, MethodInfo method)
    {
        var place = $"Function {name}";
        if (!Name().IsMatch(name))
        {
            problems.Add(place, "is no valid name. Begin with a letter, go on with letters, digits, - and _, at most 128.");
        }

        if (!method.IsPublic || !method.DeclaringType!.IsVisible || (method.DeclaringType.IsAbstract && !method.IsStatic))
        {
            problems.Add(
                place,
                $"{method.DeclaringType}.{method.Name} must be a public method of a public class, not abstract unless it is static.");
            return null;
        }

        var trigger = triggers.Read(name, method, place);
        FunctionSignature.Check(method, trigger, place, problems);
        return trigger is null ? null : new FunctionEntry(name, method, trigger, settings.Disables(name));
    }

    private void ReportSharedRoutes(IReadOnlyList<FunctionEntry> found)
    {
        var doors =
            from function in found
            let http = function.Trigger as HttpTrigger
            where http is not null
            from method in http.Methods.DefaultIfEmpty("any method")
            group function.Name by $"{method} {http.Route.ToUpperInvariant()}" into same
            where same.Count() > 1
            select string.Join(" and ", same);
        foreach (var names in doors.Distinct())
        {
            problems.Add("Functions", $"{names} answer the same route. Give each its own.");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex Name();
}
