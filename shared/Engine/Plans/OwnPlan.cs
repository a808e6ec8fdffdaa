using System.Text.Json;
using System.Text.Json.Nodes;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Engine.Plans;

/// <summary>The section of the plan that a position was opened with.</summary>
internal static class OwnPlan
{
    /// <summary>Where its values come from, for the owner.</summary>
    public const string Name = "its recommendation";

    /// <summary>The section as a document of its own.</summary>
    /// <param name="positionId">Whose.</param>
    /// <param name="json">The section, as it was taken with the recommendation.</param>
    /// <returns>Null if it does not hold: the plans in force guard the position then, as they do any other.</returns>
    public static PlanDocument? Read(string positionId, string json)
    {
        try
        {
            if (PlanLines.Of(json).Halves.Count > 0)
            {
                return null;
            }

            var document = new JsonObject { ["positions"] = new JsonObject { [positionId] = JsonNode.Parse(json) } };
            return ExitPlanFile.ReadDocument(Name, document.ToJsonString(JsonSerializerOptions.Default), [], out _);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
