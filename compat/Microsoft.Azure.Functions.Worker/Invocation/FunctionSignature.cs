using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>What a function may take and return, and how its parameters are filled.</summary>
internal static class FunctionSignature
{
    private const string Offer =
        "The trigger's parameter is TimerInfo, HttpRequest or string; others may be FunctionContext and CancellationToken.";

    /// <summary>Reports parameters that the host could not fill and results it could not use.</summary>
    /// <param name="method">The function.</param>
    /// <param name="trigger">Null if the trigger itself has a problem.</param>
    /// <param name="place">The function, for the report.</param>
    /// <param name="problems">The report.</param>
    public static void Check(MethodInfo method, Trigger? trigger, string place, StartupProblems problems)
    {
        foreach (var parameter in method.GetParameters().Where(parameter => !IsFilled(parameter)))
        {
            problems.Add(place, $"parameter '{parameter.Name}' of type {parameter.ParameterType.Name} cannot be filled. {Offer}");
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            problems.Add(place, "is async void, so that its end and its errors would be lost. Return Task.");
        }

        if (trigger is HttpTrigger && !IsAnswer(Unwrapped(method.ReturnType)))
        {
            problems.Add(place, $"returns {method.ReturnType.Name}. An HTTP function returns IResult or IActionResult, or a Task of one.");
        }

        var returnsNothing = method.ReturnType == typeof(void) || method.ReturnType == typeof(Task);
        if (trigger is TimerTrigger or QueueTrigger && !returnsNothing)
        {
            problems.Add(place, $"returns {method.ReturnType.Name}. A timer or queue function returns nothing, or Task.");
        }
    }

    /// <summary>The arguments of one invocation.</summary>
    public static object?[] Arguments(MethodInfo method, object? input, FunctionContext context) =>
        [.. method.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            var type when type == typeof(CancellationToken) => context.CancellationToken,
            var type when type == typeof(FunctionContext) => context,
            _ => input,
        })];

    private static bool IsFilled(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return parameter.IsDefined(typeof(TimerTriggerAttribute)) ? type == typeof(TimerInfo)
            : parameter.IsDefined(typeof(HttpTriggerAttribute)) ? type == typeof(HttpRequest)
            : parameter.IsDefined(typeof(ServiceBusTriggerAttribute)) ? type == typeof(string)
            : type == typeof(FunctionContext) || type == typeof(CancellationToken);
    }

    private static Type Unwrapped(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type;

    private static bool IsAnswer(Type type) => type.IsAssignableTo(typeof(IResult)) || type.IsAssignableTo(typeof(IActionResult));
}
