using Xunit;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>One day at a time: each is a function app, an Azurite and a lock-step that measure nothing but wait for each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DeskDays : ICollectionFixture<DeskPrerequisites>
{
    public const string Name = "desks";
}
