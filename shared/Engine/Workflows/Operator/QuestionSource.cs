namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Somebody whose open questions <c>/approve</c>, <c>/reject</c> and <c>/snooze</c> may answer. The desk has a list of them.</summary>
/// <param name="OpenAsync">All that are open now.</param>
public sealed record QuestionSource(Func<CancellationToken, Task<IReadOnlyList<OpenQuestion>>> OpenAsync);
