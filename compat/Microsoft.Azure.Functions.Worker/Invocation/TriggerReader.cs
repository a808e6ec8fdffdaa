using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Reads a function's trigger attribute and fills in the settings it names.</summary>
internal sealed class TriggerReader(
    AppSettings settings, HostJson hostJson, bool speaksHttp, DateTime now, StartupProblems problems)
{
    /// <summary>Null if the trigger is missing or has a problem, which is then reported.</summary>
    public Trigger? Read(string name, MethodInfo method, string place)
    {
        var marks = method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()).Where(IsTrigger).ToList();
        switch (marks)
        {
            case [TimerTriggerAttribute timer]:
                return Timer(timer, place);
            case [HttpTriggerAttribute http]:
                return Http(http, name, place);
            case [ServiceBusTriggerAttribute queue]:
                return Queue(queue, place);
            default:
                problems.Add(place, $"has {marks.Count} triggers. Give exactly one parameter a trigger attribute.");
                return null;
        }
    }

    private static bool IsTrigger(Attribute mark) =>
        mark is TimerTriggerAttribute or HttpTriggerAttribute or ServiceBusTriggerAttribute;

    private TimerTrigger? Timer(TimerTriggerAttribute timer, string place)
    {
        if (settings.Resolve(timer.Schedule, place, problems) is not { } text)
        {
            return null;
        }

        if (TimerSchedule.TryParse(text) is not { } schedule)
        {
            problems.Add(
                place,
                $"'{text}' is no schedule. Write six crontab fields beginning with seconds, such as '0 */5 * * * *', "
                + "or a time span such as '00:05:00'.");
            return null;
        }

        return new TimerTrigger(schedule, timer.UseMonitor && schedule.IsSparse(now), timer.RunOnStartup);
    }

    private HttpTrigger? Http(HttpTriggerAttribute http, string name, string place)
    {
        if (!speaksHttp)
        {
            problems.Add(place, "has an HTTP trigger, but the application does not call ConfigureFunctionsWebApplication().");
        }

        if (http.AuthLevel is AuthorizationLevel.User or AuthorizationLevel.System)
        {
            problems.Add(
                place, $"asks for level {http.AuthLevel}, which this host does not cover. Use Anonymous, Function or Admin.");
        }

        var below = (http.Route ?? name).Trim('/');
        var route = hostJson.RoutePrefix.Length > 0 ? $"/{hostJson.RoutePrefix}/{below}" : $"/{below}";
        try
        {
            RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException malformed)
        {
            problems.Add(place, $"the route '{route}' is malformed: {malformed.Message}");
            return null;
        }

        return new HttpTrigger(route, [.. (http.Methods ?? []).Select(method => method.ToUpperInvariant())], http.AuthLevel);
    }

    private QueueTrigger? Queue(ServiceBusTriggerAttribute queue, string place)
    {
        var path = settings.Resolve(queue.QueueName ?? "", place, problems);
        if (path is "")
        {
            problems.Add(place, "names no queue.");
        }

        var connection = QueueConnection.Find(queue.Connection, settings, place, problems);
        return path is { Length: > 0 } && connection is not null ? QueueTrigger.For(path, connection) : null;
    }
}
