using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Engine.Workflows.Operator.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace ExitDesk.Engine.Composition;

/// <summary>Puts together what answers in the chat.</summary>
internal static class OperatorServices
{
    public static IServiceCollection AddOperator(this IServiceCollection services) => services
        .AddSingleton<OperatorInbox>()
        .AddSingleton<OperatorAudit>()
        .AddSingleton<DeskReplies>()
        .AddSingleton<Backlog>()
        .AddSingleton<LateUpdates>()
        .AddAnswers()
        .AddCommands()
        .AddSingleton<OperatorActions>();

    private static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddSingleton<OwnerCloses>()
        .AddSingleton<Switching>()
        .AddSingleton<SwitchPreview>()
        .AddSingleton<SwitchButtons>()
        .AddSingleton<RuleAnswers>()
        .AddSingleton<EndedPositions>()
        .AddSingleton<Managing>()
        .AddSingleton<CloseButton>()
        .AddSingleton<CloseAllButton>()
        .AddSingleton<CardAnswers>()
        .AddSingleton<CardQuestions>()
        .AddSingleton<QuestionReminders>()
        .AddSingleton(provider => new QuestionSource(provider.GetRequiredService<CardQuestions>().OpenAsync))
        .AddSingleton<StatusReport>()
        .AddSingleton<StatusViews>()
        .AddSingleton<NoticeChanges>()
        .AddSingleton<SettingsButtons>()
        .AddSingleton<ButtonPresses>();

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<WhyCommand>()
        .AddSingleton<WhatIfCommand>()
        .AddSingleton<CloseCommand>()
        .AddSingleton<CloseAllCommand>()
        .AddSingleton<AnswerCommand>()
        .AddSingleton<SwitchCommands>()
        .AddSingleton<ManageCommand>()
        .AddSingleton<PlanChanges>()
        .AddSingleton<PlanCommand>()
        .AddSingleton<NoteCommand>()
        .AddSingleton<HealthCommand>()
        .AddSingleton<ExitsCommand>()
        .AddSingleton<ResultCommands>()
        .AddSingleton<BriefCommand>()
        .AddSingleton<ScorecardCommand>()
        .AddSingleton<SettingsCommand>()
        .AddSingleton<ReadingCommands>()
        .AddSingleton<ActingCommands>();
}
